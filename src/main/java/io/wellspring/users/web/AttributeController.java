package io.wellspring.users.web;

import io.wellspring.users.UserAttributes;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept of users beyond the fields everyone has, to be renamed and retired. */
@Controller
@RequiredArgsConstructor
class AttributeController {

    private static final String PAGE = "redirect:/users/attributes";

    private final UserAttributes attributes;
    private final MessageSource messages;

    @GetMapping("/users/attributes")
    String list(Model model) {
        model.addAttribute("attributes", attributes.all());
        return "users/attributes";
    }

    @PostMapping("/users/attributes/name")
    String rename(@RequestParam String code, @RequestParam String label, RedirectAttributes flash, Locale locale) {
        attributes.rename(code, label);
        flash.addFlashAttribute("done", messages.getMessage("users.attributes.renamed", null, locale));
        return PAGE;
    }

    @PostMapping("/users/attributes/retirement")
    String retire(@RequestParam String code, RedirectAttributes flash, Locale locale) {
        attributes.retire(code);
        flash.addFlashAttribute("done", messages.getMessage("users.attributes.retired", null, locale));
        return PAGE;
    }
}
