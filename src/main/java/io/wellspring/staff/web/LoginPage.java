package io.wellspring.staff.web;

import io.wellspring.staff.CurrentStaff;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequiredArgsConstructor
class LoginPage {

    private static final int LONGEST_WAIT = 3600;

    private final CurrentStaff currentStaff;

    @GetMapping("/login")
    String show(
            @RequestParam Optional<String> wrong,
            @RequestParam Optional<String> wait,
            @RequestParam Optional<String> expired,
            @RequestParam Optional<String> out,
            Model model) {
        if (currentStaff.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("wrong", wrong.isPresent());
        model.addAttribute("wait", wait.map(LoginPage::seconds).orElse(0));
        model.addAttribute("expired", expired.isPresent());
        model.addAttribute("out", out.isPresent());
        return "staff/login";
    }

    private static int seconds(String text) {
        return text.matches("\\d{1,4}") ? Math.min(Integer.parseInt(text), LONGEST_WAIT) : 0;
    }
}
