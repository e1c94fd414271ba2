package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.Scope;
import io.wellspring.staff.Secret;
import io.wellspring.staff.TokenDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of other systems. */
@Controller
@RequestMapping("/staff/tokens")
@RequiredArgsConstructor
class TokenPage {

    private final TokenDesk tokens;
    private final MessageSource messages;

    @ModelAttribute("scopes")
    List<Scope> scopes() {
        return Scope.ALL;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("tokens", tokens.all());
        return "staff/tokens";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", TokenForm.EMPTY);
        return "staff/token-form";
    }

    /** The secret is shown on the page that comes next, and never again. */
    @PostMapping
    String create(
            @ModelAttribute("form") TokenForm form,
            BindingResult typed,
            HttpServletResponse response,
            RedirectAttributes next) {
        form.check(typed);
        if (!typed.hasErrors()) {
            try {
                Secret secret = tokens.create(form.name(), form.scopes(), form.lastDay());
                next.addFlashAttribute("tokenSecret", secret.text());
                next.addFlashAttribute("tokenName", form.name());
                return "redirect:/staff/tokens";
            } catch (Refusal e) {
                Typed.refuse(e, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "staff/token-form";
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, Locale locale, RedirectAttributes next) {
        tokens.revoke(id);
        next.addFlashAttribute("done", messages.getMessage("staff.token.revoked", null, locale));
        return "redirect:/staff/tokens";
    }
}
