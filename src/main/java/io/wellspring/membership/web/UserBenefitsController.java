package io.wellspring.membership.web;

import io.wellspring.membership.BenefitDesk;
import io.wellspring.membership.Claim;
import io.wellspring.membership.ClaimFilter;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.UnknownClaim;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

/** The benefits of one user: what the tier grants, what was claimed, and the forms by which staff record and undo claims. */
@Controller
@RequiredArgsConstructor
class UserBenefitsController {

    private static final String BENEFITS = "/users/{id:[1-9]\\d{0,17}}/benefits";
    private static final String UNDOING = BENEFITS + "/claims/{claim:[1-9]\\d{0,17}}/undoing";
    private static final int PAGE_SIZE = 50;

    private final BenefitDesk desk;
    private final TierReading reading;
    private final UserDirectory users;
    private final UserMerging merging;
    private final BusinessClock clock;
    private final MessageSource messages;

    @GetMapping(BENEFITS)
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/benefits";
        }
        about(user, locale, model);
        model.addAttribute("standing", reading.standing(user).orElse(null));
        model.addAttribute("benefits", desk.benefitsOf(user, clock.today()));
        model.addAttribute("claimForm", UUID.randomUUID());
        model.addAttribute("claims", desk.claims(ClaimFilter.of(user), page, PAGE_SIZE));
        return "membership/user-benefits";
    }

    @PostMapping(BENEFITS + "/claims")
    String claim(
            @PathVariable long id,
            @RequestParam long benefit,
            @RequestParam(defaultValue = "") String form,
            RedirectAttributes flash,
            Locale locale) {
        try {
            Claim claim = desk.claim(new UserId(id), benefit, "form:" + key(form) + ":" + benefit, clock.now());
            flash.addFlashAttribute(
                    "done", messages.getMessage("benefits.claimed", new Object[] {claim.name(locale)}, locale));
        } catch (Refusal.Conflict refusal) {
            flash.addFlashAttribute("refused", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
        }
        return "redirect:/users/" + id + "/benefits";
    }

    @GetMapping(UNDOING)
    String undoing(@PathVariable long id, @PathVariable long claim, Locale locale, Model model) {
        return form(new UserId(id), claim, UUID.randomUUID().toString(), "", locale, model);
    }

    @PostMapping(UNDOING)
    String undo(
            @PathVariable long id,
            @PathVariable long claim,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        try {
            Claim undone = desk.undo(of(user, claim).id(), "form:" + key(form), reason, clock.now());
            flash.addFlashAttribute(
                    "done", messages.getMessage("benefits.undone", new Object[] {undone.name(locale)}, locale));
            return "redirect:/users/" + undone.user() + "/benefits";
        } catch (Refusal.Rejected refusal) {
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(user, claim, key(form), reason, locale, model);
        } catch (Refusal.Conflict refusal) {
            flash.addFlashAttribute("refused", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            return "redirect:/users/" + id + "/benefits";
        }
    }

    private String form(UserId user, long claim, String key, String reason, Locale locale, Model model) {
        about(user, locale, model);
        model.addAttribute("claim", of(user, claim));
        model.addAttribute("form", key);
        model.addAttribute("reason", reason);
        return "membership/undo-claim";
    }

    private void about(UserId user, Locale locale, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("today", clock.today());
        model.addAttribute("locale", locale);
    }

    private Claim of(UserId user, long claim) {
        return Optional.of(desk.claim(claim))
                .filter(one -> one.user().equals(user))
                .orElseThrow(UnknownClaim::new);
    }

    /** A form without a key of its own is sent once. */
    private static String key(String form) {
        return form.matches("[0-9a-f-]{36}") ? form : UUID.randomUUID().toString();
    }
}
