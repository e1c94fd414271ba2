package io.wellspring.profiles.web;

import io.wellspring.points.BulkGrants;
import io.wellspring.points.FilterWords;
import io.wellspring.points.GrantRehearsal;
import io.wellspring.points.GrantTerms;
import io.wellspring.points.Grantees;
import io.wellspring.points.GranteesChanged;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.PointsTerms;
import io.wellspring.profiles.web.ListChoices.Chosen;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Points for those ticked in the user list, or for all it lets through: saying how many, seeing what that comes to, giving them. */
@Controller
@RequiredArgsConstructor
class GrantingPage {

    private final ListChoices choices;
    private final BulkGrants grants;
    private final PointsSettings settings;
    private final WellspringProperties properties;
    private final MessageSource messages;

    /** Empty, it asks; filled in, it says what it would come to. */
    @GetMapping("/users/granting")
    String form(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Chosen chosen = choices.read(parameters);
        GrantForm typed = GrantForm.of(parameters);
        if (!typed.isEmpty()) {
            rehearse(chosen, typed, model, response, locale);
        }
        return show(chosen, typed, model, locale);
    }

    @PostMapping("/users/granting")
    String grant(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Chosen chosen = choices.read(parameters);
        GrantForm typed = GrantForm.of(parameters);
        if (!typed.hasReadableDay()) {
            rehearse(chosen, typed, model, response, locale);
            return show(chosen, typed, model, locale);
        }
        try {
            long grant = grants.grant(typed.key(), typed.terms(), grantees(chosen), typed.seen());
            flash.addFlashAttribute("done", messages.getMessage("points.grant.asked", null, locale));
            return "redirect:/points/grants/" + grant;
        } catch (GranteesChanged changed) {
            model.addAttribute("changed", text(changed, locale));
            rehearse(chosen, typed, model, response, locale);
            response.setStatus(HttpStatus.CONFLICT.value());
        } catch (Refusal refusal) {
            wrong(refusal.field().orElseThrow(() -> refusal), text(refusal, locale), model, response);
        }
        return show(chosen, typed, model, locale);
    }

    private void rehearse(Chosen chosen, GrantForm typed, Model model, HttpServletResponse response, Locale locale) {
        if (!typed.hasReadableDay()) {
            wrong("lastDay", messages.getMessage("points.unreadable-day", null, locale), model, response);
            return;
        }
        try {
            GrantTerms terms = typed.terms();
            GrantRehearsal rehearsal = grants.rehearse(terms, grantees(chosen));
            PointsTerms rate = settings.terms();
            model.addAttribute("terms", terms);
            model.addAttribute("rehearsal", rehearsal);
            model.addAttribute("worth", rate.worth(rehearsal.points().value(), properties.currency()));
        } catch (Refusal refusal) {
            wrong(refusal.field().orElseThrow(() -> refusal), text(refusal, locale), model, response);
        }
    }

    private String show(Chosen chosen, GrantForm typed, Model model, Locale locale) {
        model.addAttribute("chosen", chosen);
        model.addAttribute("whom", choices.said(chosen, locale));
        model.addAttribute("typed", typed);
        model.addAttribute("limits", settings.terms());
        return "profiles/granting";
    }

    private Grantees grantees(Chosen chosen) {
        Consumer<Consumer<UserId>> users = choices.users(chosen);
        if (!chosen.ticked().isEmpty()) {
            return new Grantees(Grantees.How.TICKED, FilterWords.NONE, Optional.empty(), users);
        }
        return chosen.address().query().isPresent()
                ? new Grantees(Grantees.How.SEARCHED, FilterWords.NONE, Optional.empty(), users)
                : new Grantees(
                        Grantees.How.LISTED,
                        new FilterWords(
                                choices.filters(chosen, Locale.ENGLISH),
                                choices.filters(chosen, Locale.SIMPLIFIED_CHINESE)),
                        Optional.of(chosen.back()),
                        users);
    }

    private String text(Refusal refusal, Locale locale) {
        return messages.getMessage(refusal.messageCode(), refusal.facts(), locale);
    }

    private static void wrong(String field, String text, Model model, HttpServletResponse response) {
        model.addAttribute("field", field);
        model.addAttribute("wrong", text);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
}
