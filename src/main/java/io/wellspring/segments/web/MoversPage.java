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
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those the draft of the tier programme would move up, or take a tier from, as it stands; it does not follow the draft. */
@Controller
@RequiredArgsConstructor
class MoversPage {

    private final SegmentBook book;
    private final ListedSegments listed;
    private final TierProgram program;
    private final DraftReading drafts;
    private final MessageSource messages;

    /** Which way they would move; what it is called in addresses and messages. */
    private enum Way {
        MOVERS,
        FALLERS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/segments/movers/new")
    String movers(Locale locale, Model model) {
        return form(Way.MOVERS, locale, model);
    }

    @GetMapping("/segments/fallers/new")
    String fallers(Locale locale, Model model) {
        return form(Way.FALLERS, locale, model);
    }

    @PostMapping("/segments/movers")
    String saveMovers(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String description,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Programme draft = draft();
        List<UserId> movers = new ArrayList<>();
        drafts.movers(draft, movers::add);
        return save(Way.MOVERS, draft, movers, name, description, locale, model, response, flash);
    }

    @PostMapping("/segments/fallers")
    String saveFallers(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String description,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Programme draft = draft();
        return save(Way.FALLERS, draft, drafts.fallers(draft), name, description, locale, model, response, flash);
    }

    private String save(
            Way way,
            Programme draft,
            List<UserId> movers,
            String name,
            String description,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (movers.isEmpty()) {
            model.addAttribute("refusedText", messages.getMessage("tiers." + way.word() + ".none", null, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(way, draft, name, description, model);
        }
        try {
            long segment = listed.createOf(name, description, movers);
            Object[] facts = {book.get(segment).members()};
            flash.addFlashAttribute("done", messages.getMessage("segments.movers.done", facts, locale));
            return "redirect:/segments/" + segment;
        } catch (Refusal refusal) {
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(way, draft, name, description, model);
        }
    }

    private String form(Way way, Locale locale, Model model) {
        Programme draft = draft();
        Object[] facts = {draft.version()};
        String usual = messages.getMessage("segments." + way.word() + ".usual", facts, locale);
        return form(way, draft, usual, "", model);
    }

    private String form(Way way, Programme draft, String name, String description, Model model) {
        model.addAttribute("way", way.word());
        model.addAttribute("draft", draft);
        model.addAttribute("name", name);
        model.addAttribute("description", description);
        return "segments/movers";
    }

    private Programme draft() {
        return program.draft().orElseThrow(NoDraft::new);
    }
}
