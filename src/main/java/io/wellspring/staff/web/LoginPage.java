package io.wellspring.staff.web;

import io.wellspring.staff.CurrentStaff;
import java.util.Map;
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
    String show(@RequestParam Map<String, String> asked, Model model) {
        if (currentStaff.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("wrong", asked.containsKey("wrong"));
        model.addAttribute("wait", seconds(asked.getOrDefault("wait", "")));
        model.addAttribute("expired", asked.containsKey("expired"));
        model.addAttribute("out", asked.containsKey("out"));
        return "staff/login";
    }

    private static int seconds(String text) {
        return text.matches("\\d{1,4}") ? Math.min(Integer.parseInt(text), LONGEST_WAIT) : 0;
    }
}
