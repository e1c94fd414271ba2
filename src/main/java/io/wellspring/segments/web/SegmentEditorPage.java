package io.wellspring.segments.web;

import io.wellspring.profiles.Profile;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.profiles.ProfilesRefreshing;
import io.wellspring.rfm.RfmModels;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleCounts;
import io.wellspring.segments.RuleDesk;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleSentence;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentTemplate;
import io.wellspring.segments.SegmentView;
import io.wellspring.shared.Refusal;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where rules are written. The address holds the draft: every change is sent, worked in, and answered with the address of what came of it;
 * with JavaScript only the editor is exchanged, without it the page is.
 */
@Controller
@RequiredArgsConstructor
class SegmentEditorPage {

    private final SegmentBook book;
    private final RuleDesk desk;
    private final RuleEditor editor;
    private final RuleSentence sentence;
    private final UserDirectory users;
    private final ProfileSearch profiles;
    private final RfmModels models;
    private final MessageSource messages;

    @GetMapping("/segments/new")
    String fresh(
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String description,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<SegmentTemplate> start = Optional.ofNullable(template).flatMap(SegmentTemplate::of);
        RuleNode written = start.map(desk::start)
                .or(() -> Optional.ofNullable(rule).map(RuleAddress::read))
                .orElseGet(() -> RuleNode.empty().plus("", RuleForm.blank()));
        String called = start.filter(one -> name.isEmpty())
                .map(one -> messages.getMessage("segments.template." + one, null, locale))
                .orElse(name);
        pushed(response, htmx, address(Optional.empty(), "", written, called, description));
        return page(Optional.empty(), "", written, called, description, locale, model);
    }

    @GetMapping("/segments/{id:\\d+}/edit")
    String change(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String description,
            @RequestParam(required = false) @Nullable String seen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        SegmentView segment = book.get(id);
        RuleNode written = Optional.ofNullable(rule)
                .map(RuleAddress::read)
                .or(segment::rule)
                .orElseGet(RuleNode::empty);
        String called = name == null ? segment.name() : name;
        String said = description == null ? segment.description() : description;
        String edition = seen == null ? Integer.toString(segment.edition()) : seen;
        pushed(response, htmx, address(Optional.of(segment), edition, written, called, said));
        return page(Optional.of(segment), edition, written, called, said, locale, model);
    }

    /** Works one change in; who comes back from logging in again brings what was written along in the address. */
    @RequestMapping(
            path = "/segments/draft",
            method = {RequestMethod.GET, RequestMethod.POST})
    String draft(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        Optional<SegmentView> segment = segment(typed);
        RuleForm form = editor.form(typed);
        form.goesOnAt().ifPresent(id -> redirect.addFlashAttribute("focused", id));
        return "redirect:"
                + address(segment, text(typed, "seen"), form.rule(), text(typed, "name"), text(typed, "description"));
    }

    @PostMapping("/segments")
    String save(
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<SegmentView> segment = segment(typed);
        RuleNode rule = editor.form(typed).rule();
        String name = text(typed, "name");
        String description = text(typed, "description");
        try {
            long id = keep(segment, name, description, rule, typed);
            redirect.addFlashAttribute(
                    "done", messages.getMessage("segments.saved", new Object[] {name.strip()}, locale));
            return "redirect:/segments/" + id;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            return page(segment, text(typed, "seen"), rule, name, description, locale, model);
        }
    }

    private long keep(
            Optional<SegmentView> segment,
            String name,
            String description,
            RuleNode rule,
            MultiValueMap<String, String> typed) {
        if (segment.isEmpty()) {
            return book.create(name, description, rule);
        }
        long id = segment.get().id();
        String seen = text(typed, "seen");
        book.change(id, name, description, rule, seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0);
        return id;
    }

    /** @param seen the edition of the segment the draft was begun with */
    private String page(
            Optional<SegmentView> segment,
            String seen,
            RuleNode rule,
            String name,
            String description,
            Locale locale,
            Model model) {
        Optional<Long> of = segment.map(SegmentView::id);
        RuleCounts counts = counts(rule, of, locale, model);
        model.addAttribute("segment", segment.orElse(null));
        model.addAttribute("name", name);
        model.addAttribute("description", description);
        model.addAttribute("seen", seen);
        segment.filter(one -> !seen.equals(Integer.toString(one.edition()))).ifPresent(newer -> {
            model.addAttribute(
                    "theirs",
                    newer.rule().map(their -> sentence.of(their, locale)).orElse(""));
            model.addAttribute("over", address(segment, Integer.toString(newer.edition()), rule, name, description));
        });
        model.addAttribute("root", editor.lay(rule, counts, of, locale));
        model.addAttribute("subjects", editor.subjects(locale));
        model.addAttribute("counts", counts);
        model.addAttribute("total", counts.total().orElse(null));
        model.addAttribute(
                "sentence",
                counts.reading().rule().map(whole -> sentence.of(rule, locale)).orElse(null));
        model.addAttribute("list", "/users?rule=" + RuleAddress.write(rule));
        List<Profile> samples = counts.samples().stream()
                .flatMap(user -> profiles.find(user).stream())
                .toList();
        model.addAttribute("samples", samples);
        model.addAttribute("cards", users.cards(counts.samples()));
        model.addAttribute("words", models.words(locale));
        return "segments/form";
    }

    /** What is written is never lost because it cannot be counted right now. */
    private RuleCounts counts(RuleNode rule, Optional<Long> of, Locale locale, Model model) {
        try {
            return desk.count(rule, of);
        } catch (ProfilesRefreshing busy) {
            model.addAttribute("uncounted", messages.getMessage(busy.messageCode(), busy.facts(), locale));
            return desk.uncounted(rule, of);
        }
    }

    private Optional<SegmentView> segment(MultiValueMap<String, String> typed) {
        String id = text(typed, "segment");
        return id.matches("\\d{1,18}") ? Optional.of(book.get(Long.parseLong(id))) : Optional.empty();
    }

    private static void pushed(HttpServletResponse response, @Nullable String htmx, String address) {
        if (htmx != null) {
            response.setHeader("HX-Push-Url", address);
        }
    }

    private static String address(
            Optional<SegmentView> segment, String seen, RuleNode rule, String name, String description) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(
                        segment.map(one -> "/segments/" + one.id() + "/edit").orElse("/segments/new"))
                .queryParam("rule", RuleAddress.write(rule));
        if (segment.isPresent()) {
            uri.queryParam("seen", "{seen}");
        }
        if (!name.isBlank()) {
            uri.queryParam("name", "{name}");
        }
        if (!description.isBlank()) {
            uri.queryParam("description", "{description}");
        }
        return uri.encode()
                .buildAndExpand(java.util.Map.of("name", name, "description", description, "seen", seen))
                .toUriString();
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("");
    }
}
