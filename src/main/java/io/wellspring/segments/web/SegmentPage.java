package io.wellspring.segments.web;

import io.wellspring.points.EarningRules;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmWords;
import io.wellspring.segments.EarlierRule;
import io.wellspring.segments.Explanation;
import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.Membership;
import io.wellspring.segments.Passage;
import io.wellspring.segments.RefreshResult;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleDesk;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleSentence;
import io.wellspring.segments.RuleWords;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentFigures;
import io.wellspring.segments.SegmentTemplate;
import io.wellspring.segments.SegmentView;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Chart;
import io.wellspring.tags.TagBook;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The segments there are, and one of them: who is in it, since when and why. */
@Controller
@RequiredArgsConstructor
class SegmentPage {

    private static final int PASSAGES = 10;
    private static final int VALUES_SHOWN = 8;

    private final SegmentBook book;
    private final ListedSegments listed;
    private final RuleDesk desk;
    private final RuleSentence sentence;
    private final RuleWords ruleWords;
    private final ProfileSearch profiles;
    private final UserDirectory users;
    private final EarningRules earning;
    private final RfmModels models;
    private final TagBook tags;
    private final MessageSource messages;

    @GetMapping("/segments")
    String list(@RequestParam(defaultValue = "false") boolean archived, Model model) {
        model.addAttribute("segments", book.list(archived));
        model.addAttribute("archived", archived);
        model.addAttribute("templates", SegmentTemplate.ALL);
        model.addAttribute("everybody", users.count());
        model.addAttribute("asOf", desk.asOf());
        return "segments/list";
    }

    record Earlier(int version, Instant savedAt, String savedBy, String sentence) {}

    /** One value of a dimension: how it looks, and the filter of the user list that shows the same, where there is one. */
    record Part(
            String style,
            String label,
            long users,
            @Nullable String list) {}

    record Mix(String title, List<Part> parts) {}

    @GetMapping("/segments/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        SegmentView segment = book.get(id);
        Slice<Passage> passages = book.passages(id, page, PASSAGES);
        List<RefreshResult> refreshes = book.refreshes(id);
        SegmentFigures figures = book.figures(List.of(id)).getOrDefault(id, SegmentFigures.NOBODY);
        RfmWords words = models.words(locale);
        model.addAttribute("segment", segment);
        model.addAttribute("everybody", users.count());
        model.addAttribute("totals", figures);
        model.addAttribute("all", profiles.totals(ProfileFilter.everyone()));
        model.addAttribute("latest", refreshes.isEmpty() ? null : refreshes.getLast());
        model.addAttribute("refreshes", refreshes.reversed());
        model.addAttribute("chart", refreshes.size() < 2 ? null : size(refreshes));
        model.addAttribute(
                "sentence",
                segment.rule().map(rule -> sentence.of(rule, locale)).orElse(null));
        model.addAttribute(
                "earlier",
                book.rulesOf(id).stream().map(rule -> earlier(rule, locale)).toList());
        model.addAttribute(
                "lost",
                segment.fault()
                        .flatMap(unused -> segment.rule())
                        .map(rule -> lost(rule, ruleWords.in(locale)))
                        .orElse(""));
        model.addAttribute("mixes", mixes(id, figures, words, locale));
        model.addAttribute("passages", passages);
        model.addAttribute(
                "cards", users.cards(passages.rows().stream().map(Passage::user).toList()));
        model.addAttribute("users", book.usersOf(id));
        model.addAttribute("rules", earning.limitedTo(id));
        model.addAttribute("groups", tags.groups());
        model.addAttribute("fed", segment.feedsTag().flatMap(this::tagName).orElse(null));
        model.addAttribute(
                "duplicate",
                segment.rule()
                        .map(rule -> "/segments/new?rule=" + RuleAddress.write(rule))
                        .orElse("/segments/new"));
        return "segments/show";
    }

    @GetMapping("/segments/{id:\\d+}/users/{user:\\d+}")
    String why(@PathVariable long id, @PathVariable long user, Locale locale, Model model) {
        SegmentView segment = book.get(id);
        UserId who = new UserId(user);
        UserCard card = users.card(who).orElseThrow(() -> new UnknownUser(who));
        model.addAttribute("segment", segment);
        model.addAttribute("user", who);
        model.addAttribute("called", card.title());
        model.addAttribute("asOf", desk.asOf());
        model.addAttribute(
                "member", book.segmentsOf(who).stream().map(Membership::segment).anyMatch(one -> one == id));
        model.addAttribute(
                "lines",
                book.explain(id, who)
                        .map(found -> lines(segment, found, locale))
                        .orElse(List.of()));
        model.addAttribute("passages", book.passagesOf(id, who));
        return "segments/why";
    }

    @PostMapping("/segments/{id:\\d+}/refreshes")
    String refresh(@PathVariable long id, Locale locale, RedirectAttributes redirect) {
        book.get(id);
        long run = book.requestRefresh(id);
        redirect.addFlashAttribute("done", messages.getMessage("segments.refreshing", new Object[] {run}, locale));
        return "redirect:/segments/" + id;
    }

    @PostMapping("/segments/{id:\\d+}/copies")
    String freeze(@PathVariable long id, @RequestParam String name, Locale locale, RedirectAttributes redirect) {
        long copy = listed.freeze(id, name, "");
        redirect.addFlashAttribute("done", messages.getMessage("segments.saved", new Object[] {name.strip()}, locale));
        return "redirect:/segments/" + copy;
    }

    @PostMapping("/segments/{id:\\d+}/tag")
    String feed(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String tag,
            Locale locale,
            RedirectAttributes redirect) {
        book.feed(id, tag.matches("\\d{1,18}") ? Optional.of(Long.valueOf(tag)) : Optional.empty());
        redirect.addFlashAttribute("done", messages.getMessage("segments.fed", null, locale));
        return "redirect:/segments/" + id;
    }

    @PostMapping("/segments/{id:\\d+}/archive")
    String archive(@PathVariable long id, Locale locale, RedirectAttributes redirect) {
        String name = book.get(id).name();
        book.archive(id);
        redirect.addFlashAttribute("done", messages.getMessage("segments.archived-now", new Object[] {name}, locale));
        return "redirect:/segments";
    }

    /** Takes it into use again, and with it the tag it gave, if that is asked for and still can be. */
    @PostMapping("/segments/{id:\\d+}/return")
    String bringBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean tagging,
            Locale locale,
            RedirectAttributes redirect) {
        SegmentView away = book.get(id);
        book.bringBack(id);
        redirect.addFlashAttribute(
                "done", messages.getMessage("segments.brought-back", new Object[] {away.name()}, locale));
        if (tagging && away.feedsTag().isPresent()) {
            try {
                book.feed(id, away.feedsTag());
            } catch (Refusal refusal) {
                redirect.addFlashAttribute(
                        "untagged", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            }
        }
        return "redirect:/segments/" + id;
    }

    private List<WhyLine> lines(SegmentView segment, Explanation found, Locale locale) {
        return segment.rule()
                .map(rule -> WhyLine.of(rule, found, sentence, ruleWords.in(locale)))
                .orElse(List.of());
    }

    private Optional<String> tagName(long tag) {
        return tags.groups().stream()
                .flatMap(group -> group.tags().stream())
                .filter(use -> use.tag().id() == tag)
                .map(use -> use.tag().name())
                .findFirst();
    }

    private static String lost(RuleNode rule, RuleWords.Dictionary words) {
        return RuleWords.listed(words, words.gone(rule));
    }

    private Earlier earlier(EarlierRule rule, Locale locale) {
        return new Earlier(rule.version(), rule.savedAt(), rule.savedBy(), sentence.of(rule.rule(), locale));
    }

    private List<Mix> mixes(long segment, SegmentFigures figures, RfmWords words, Locale locale) {
        return Stream.of(SegmentFigures.Dimension.values())
                .filter(dimension -> figures.mix(dimension).stream()
                        .anyMatch(one -> !one.name().isEmpty()))
                .map(dimension -> new Mix(
                        messages.getMessage("segments.mix." + dimension, null, locale),
                        figures.mix(dimension).stream()
                                .limit(VALUES_SHOWN)
                                .map(one -> part(segment, dimension, one, words, locale))
                                .toList()))
                .toList();
    }

    private Part part(long segment, SegmentFigures.Dimension dimension, NamedCount one, RfmWords words, Locale locale) {
        String value = one.name();
        String label = DimensionWords.of(dimension, value, words, messages, locale);
        return switch (dimension) {
            case CLASS ->
                new Part(
                        "c" + (value.isEmpty() ? "NONE" : value),
                        label,
                        one.count(),
                        list(segment, "class", value.isEmpty() ? "NONE" : value));
            case STAGE ->
                new Part("stage-" + value, label, one.count(), value.isEmpty() ? null : list(segment, "stage", value));
            case CHANNEL ->
                new Part("c101", label, one.count(), value.isEmpty() ? null : list(segment, "channel", value));
            case CITY -> new Part("c101", label, one.count(), value.isEmpty() ? null : list(segment, "city", value));
        };
    }

    private static String list(long segment, String parameter, String value) {
        return UriComponentsBuilder.fromPath("/users")
                .queryParam("segment", segment)
                .queryParam(parameter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }

    private static Chart size(List<RefreshResult> refreshes) {
        return Chart.of(
                "lines",
                Map.of(
                        "labels",
                        refreshes.stream().map(one -> one.asOf().toString()).toList(),
                        "series",
                        List.of(Map.of(
                                "name",
                                "",
                                "values",
                                refreshes.stream().map(RefreshResult::members).toList()))));
    }
}
