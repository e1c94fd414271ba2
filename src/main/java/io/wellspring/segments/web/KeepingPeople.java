package io.wellspring.segments.web;

import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.SegmentBook;
import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form by which users a page lists become a segment: just those that were seen, worked out from the same draft or day; or none. */
@Component
@RequiredArgsConstructor
class KeepingPeople {

    private final SegmentBook book;
    private final ListedSegments listed;
    private final MessageSource messages;

    String begin(People people, Locale locale, Model model) {
        String usual = text("segments." + people.kind() + ".usual", locale, people.facts());
        return form(people, new PeopleForm(usual, "", "", "").of(people), model);
    }

    String save(
            People people,
            PeopleForm typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PeopleForm now = typed.of(people);
        if (people.users().isEmpty()) {
            model.addAttribute("refusedText", text("tiers." + people.kind() + ".none", locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(people, now, model);
        }
        if (!typed.equals(now)) {
            model.addAttribute(
                    "changedText",
                    text("segments.people.changed", locale, people.users().size()));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(people, now, model);
        }
        try {
            long segment = listed.createOf(typed.name(), typed.description(), people.users());
            flash.addFlashAttribute(
                    "done",
                    text("segments.people.done", locale, book.get(segment).members()));
            return "redirect:/segments/" + segment;
        } catch (Refusal refusal) {
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", text(refusal.messageCode(), locale, refusal.facts()));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(people, typed, model);
        }
    }

    private static String form(People people, PeopleForm typed, Model model) {
        model.addAttribute("people", people);
        model.addAttribute("typed", typed);
        return "segments/people";
    }

    private String text(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, facts, locale);
    }
}
