package io.wellspring.users.web;

import io.wellspring.shared.UserId;
import io.wellspring.users.UserDirectory;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a user's personal data in the clear, once, to who may see it; that they looked is recorded. */
@Controller
@RequiredArgsConstructor
class RevealController {

    private final UserDirectory users;

    @PostMapping("/users/{id:[1-9]\\d{0,17}}/reveal")
    String reveal(@PathVariable long id, RedirectAttributes flash) {
        flash.addFlashAttribute("revealed", users.reveal(new UserId(id)));
        return "redirect:/users/" + id;
    }
}
