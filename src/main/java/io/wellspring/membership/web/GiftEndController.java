package io.wellspring.membership.web;

import io.wellspring.membership.GivenByHand;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.Tiering;
import io.wellspring.membership.UserStanding;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form by which managers take back a tier that was given by hand. */
@Controller
@RequiredArgsConstructor
class GiftEndController {

    private static final String END = "/users/{id:[1-9]\\d{0,17}}/tier/gift/end";

    private final GivenByHand given;
    private final TierReading reading;
    private final Tiering tiering;
    private final UserDirectory users;
    private final MessageSource messages;

    @GetMapping(END)
    String form(@PathVariable long id, Locale locale, Model model) {
        return form(new UserId(id), "", locale, model);
    }

    @PostMapping(END)
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        try {
            given.endTier(user, reason);
            UserStanding standing = reading.standing(user).orElseThrow(() -> new UnknownUser(user));
            flash.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "tiers.gift-end.done", new Object[] {standing.tier().name(locale)}, locale));
            return "redirect:/users/" + id + "/tier";
        } catch (Refusal.Rejected refusal) {
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(user, reason, locale, model);
        }
    }

    private String form(UserId user, String reason, Locale locale, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("standing", reading.standing(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("current", tiering.current().orElse(null));
        model.addAttribute("reason", reason);
        model.addAttribute("locale", locale);
        return "membership/gift-end";
    }
}
