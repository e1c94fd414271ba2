package io.wellspring.users.web;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.users.Consents;
import io.wellspring.users.ContactMedium;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one user said of being contacted: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class ConsentController {

    private static final String CONSENTS = "/users/{id:[1-9]\\d{0,17}}/consents";

    private final Consents consents;
    private final UserDirectory users;
    private final UserMerging merging;
    private final MessageSource messages;

    /** What a user says by now: {@code YES}, {@code NO} or no longer {@code UNKNOWN}. */
    enum Said {
        YES,
        NO,
        UNKNOWN;

        Optional<Boolean> given() {
            return this == UNKNOWN ? Optional.empty() : Optional.of(this == YES);
        }
    }

    @GetMapping(CONSENTS)
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/consents";
        }
        show(user, model);
        return part ? "users/consents :: standing" : "users/consents";
    }

    @PostMapping(CONSENTS)
    String change(
            @PathVariable long id,
            @RequestParam ContactMedium medium,
            @RequestParam Said said,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        UserId user = new UserId(id);
        boolean changed;
        try {
            changed = consents.change(user, medium, said.given(), reason);
        } catch (Refusal refusal) {
            if (refusal.field().isEmpty()) {
                throw refusal;
            }
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            model.addAttribute("medium", medium);
            model.addAttribute("said", said);
            model.addAttribute("reason", reason);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            show(user, model);
            return "users/consents";
        }
        flash.addFlashAttribute(
                "done", messages.getMessage(changed ? "users.consent.done" : "users.consent.same", null, locale));
        return "redirect:/users/" + id + "/consents";
    }

    private void show(UserId user, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("entries", consents.of(user));
        model.addAttribute("media", List.of(ContactMedium.values()));
        model.addAttribute("answers", List.of(Said.values()));
        model.addAttribute("longest", Consents.LONGEST_REASON);
    }
}
