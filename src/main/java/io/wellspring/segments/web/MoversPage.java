package io.wellspring.segments.web;

import io.wellspring.membership.DraftReading;
import io.wellspring.membership.NoDraft;
import io.wellspring.membership.Programme;
import io.wellspring.membership.TierProgram;
import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.SegmentBook;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those the draft of the tier programme would move up, or take a tier from, as it stands; it does not follow the draft. */
@Controller
@RequiredArgsConstructor
class MoversPage {

    private static final String WAY = "/segments/{way:movers|fallers}";

    private final SegmentBook book;
    private final ListedSegments listed;
    private final TierProgram program;
    private final DraftReading drafts;
    private final MessageSource messages;

    /** Which way they would move; what it is called in addresses and messages. */
    private enum Way {
        MOVERS,
        FALLERS;

        static Way of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What somebody typed.
     *
     * @param edition of the draft, as it was when the form was opened
     * @param users how many the form said it keeps
     */
    record Typed(String name, String description, String edition, String users) {

        Typed {
            name = Objects.requireNonNullElse(name, "");
            description = Objects.requireNonNullElse(description, "");
            edition = Objects.requireNonNullElse(edition, "");
            users = Objects.requireNonNullElse(users, "");
        }

        /** The same, of what the draft says by now. */
        Typed of(Programme draft, int users) {
            return new Typed(name, description, Long.toString(draft.edition().edition()), Integer.toString(users));
        }
    }

    @GetMapping(WAY + "/new")
    String begin(@PathVariable String way, Locale locale, Model model) {
        Programme draft = draft();
        Object[] facts = {draft.version()};
        String usual = messages.getMessage("segments." + way + ".usual", facts, locale);
        int users = users(Way.of(way), draft).size();
        return form(Way.of(way), draft, new Typed(usual, "", "", "").of(draft, users), model);
    }

    @PostMapping(WAY)
    String save(
            @PathVariable String way,
            @ModelAttribute Typed typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Programme draft = draft();
        List<UserId> movers = users(Way.of(way), draft);
        if (movers.isEmpty()) {
            model.addAttribute("refusedText", messages.getMessage("tiers." + way + ".none", null, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(Way.of(way), draft, typed.of(draft, 0), model);
        }
        Typed now = typed.of(draft, movers.size());
        if (!typed.equals(now)) {
            Object[] facts = {movers.size()};
            model.addAttribute("changedText", messages.getMessage("segments.movers.changed", facts, locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(Way.of(way), draft, now, model);
        }
        try {
            long segment = listed.createOf(typed.name(), typed.description(), movers);
            Object[] facts = {book.get(segment).members()};
            flash.addFlashAttribute("done", messages.getMessage("segments.movers.done", facts, locale));
            return "redirect:/segments/" + segment;
        } catch (Refusal refusal) {
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(Way.of(way), draft, typed, model);
        }
    }

    private List<UserId> users(Way way, Programme draft) {
        if (way == Way.FALLERS) {
            return drafts.fallers(draft);
        }
        List<UserId> movers = new ArrayList<>();
        drafts.movers(draft, movers::add);
        return movers;
    }

    private String form(Way way, Programme draft, Typed typed, Model model) {
        model.addAttribute("way", way.word());
        model.addAttribute("draft", draft);
        model.addAttribute("name", typed.name());
        model.addAttribute("description", typed.description());
        model.addAttribute("edition", typed.edition());
        model.addAttribute("users", Integer.valueOf(typed.users()));
        return "segments/movers";
    }

    private Programme draft() {
        return program.draft().orElseThrow(NoDraft::new);
    }
}
