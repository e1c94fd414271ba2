package io.wellspring.points.web;

import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.EarningRule;
import io.wellspring.points.EarningRuleChangedMeanwhile;
import io.wellspring.points.EarningRules;
import io.wellspring.points.EarningTerms;
import io.wellspring.points.NothingToStop;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.RuleNameTaken;
import io.wellspring.points.RuleRehearsal;
import io.wellspring.points.RuleSegment;
import io.wellspring.points.TextUnfit;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.SideBySide;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules by which users earn points: all of them, one with its versions, and what one would have given. */
@Controller
@RequiredArgsConstructor
class RulesPage {

    private static final String RULE = "/points/rules/{rule:[1-9]\\d{0,17}}";
    private static final int DAYS_REHEARSED = 30;

    private final EarningRules rules;
    private final PointsSettings settings;
    private final BusinessClock clock;
    private final WellspringProperties properties;
    private final MetricsRefresh metrics;
    private final HistoryRefresh histories;
    private final MessageSource messages;
    private final FormText said;
    private final Format format;

    /** @param version what the rule is about today */
    record Row(EarningRule rule, EarningRule.Version version, Optional<EarningRule.Version> toCome, State state) {}

    enum State {
        TODAY,
        TO_COME,
        OVER,
        NEVER;

        static State of(EarningRule rule, LocalDate today) {
            if (rule.givesOn(today)) {
                return TODAY;
            }
            if (rule.firstDay().isEmpty()) {
                return NEVER;
            }
            return rule.yetToBegin(today).isPresent() ? TO_COME : OVER;
        }
    }

    @GetMapping("/points/rules")
    String list(Model model) {
        LocalDate today = clock.today();
        List<Row> rows = rules.rules().stream()
                .map(rule -> new Row(rule, rule.about(today), rule.toCome(today), State.of(rule, today)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("segments", byNumber(rules.segments()));
        model.addAttribute("today", today);
        return "points/rules";
    }

    @GetMapping("/points/rules/new")
    String create(@RequestParam(required = false) Optional<Long> like, Model model) {
        RuleForm begun = like.map(rules::rule)
                .map(rule -> RuleForm.like(rule, clock.today(), properties.currency()))
                .orElseGet(() -> RuleForm.empty(clock.today()));
        return form(begun, Optional.empty(), model);
    }

    @GetMapping(RULE)
    String show(@PathVariable long rule, Model model) {
        EarningRule known = rules.rule(rule);
        return form(next(known), Optional.of(known), model);
    }

    @PostMapping("/points/rules")
    String create(
            @ModelAttribute("typed") RuleForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            String name = typed.name() == null ? "" : typed.name();
            long made = rules.create(name, typed.terms(properties.currency()));
            return saved(made, flash, locale);
        } catch (Refusal refusal) {
            return refuse(refusal, typed, Optional.empty(), model, response, locale);
        }
    }

    @PostMapping(RULE + "/versions")
    String change(
            @PathVariable long rule,
            @ModelAttribute("typed") RuleForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        EarningRule known = rules.rule(rule);
        try {
            EarningTerms terms = typed.terms(properties.currency());
            if (terms.validFrom().isBefore(clock.today()) && !typed.knows(terms.validFrom())) {
                return ask(typed, terms.validFrom(), known, model, response, locale);
            }
            rules.change(rule, typed.seenVersion(), terms);
            return saved(rule, flash, locale);
        } catch (EarningRuleChangedMeanwhile meanwhile) {
            EarningRule now = rules.rule(rule);
            model.addAttribute("meanwhile", said.of(meanwhile, locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(typed.over(now), Optional.of(now), model);
        } catch (Refusal refusal) {
            return refuse(refusal, typed, Optional.of(known), model, response, locale);
        }
    }

    @PostMapping(RULE + "/end")
    String stop(
            @PathVariable long rule,
            @RequestParam(defaultValue = "0") int seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        boolean begun = rules.rule(rule).yetToBegin(clock.today()).isEmpty();
        try {
            rules.stop(rule, seen);
        } catch (EarningRuleChangedMeanwhile meanwhile) {
            String why = messages.getMessage("points.rule.stop-meanwhile", meanwhile.facts(), locale);
            return conflict(rule, why, model, response);
        } catch (NothingToStop nothing) {
            return conflict(rule, said.of(nothing, locale), model, response);
        }
        String done = begun ? "points.rule.stopped" : "points.rule.called-off";
        flash.addFlashAttribute("done", messages.getMessage(done, null, locale));
        return "redirect:/points/rules/" + rule;
    }

    @PostMapping(RULE + "/name")
    String rename(
            @PathVariable long rule,
            @RequestParam(defaultValue = "") String seenName,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            rules.rename(rule, seenName, name);
        } catch (EarningRuleChangedMeanwhile meanwhile) {
            model.addAttribute("newName", name);
            model.addAttribute(
                    "beside",
                    new SideBySide(messages, locale)
                            .text("points.rule.name", rules.rule(rule).name(), name)
                            .fields());
            return conflict(rule, said.of(meanwhile, locale), model, response);
        } catch (TextUnfit | RuleNameTaken refusal) {
            EarningRule known = rules.rule(rule);
            model.addAttribute("newName", name);
            model.addAttribute("seenName", seenName);
            model.addAttribute("field", "name");
            model.addAttribute("wrong", said.of(refusal, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(next(known), Optional.of(known), model);
        }
        flash.addFlashAttribute("done", messages.getMessage("points.rule.renamed", null, locale));
        return "redirect:/points/rules/" + rule;
    }

    /** What the rule in the form would have given in the days that end with {@link #rehearsed()}; changes nothing. */
    @PostMapping("/points/rules/rehearsal")
    String rehearse(
            @RequestParam(required = false) Optional<Long> rule,
            @ModelAttribute("typed") RuleForm typed,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Optional<EarningRule> known = rule.map(rules::rule);
        try {
            EarningTerms terms = typed.terms(properties.currency());
            LocalDate last = rehearsed();
            RuleRehearsal rehearsal = rules.rehearse(terms, last.minusDays(DAYS_REHEARSED - 1L), last);
            model.addAttribute("rehearsal", rehearsal);
            model.addAttribute("goodFrom", terms.stillGoodFrom(clock.today()).orElse(null));
            model.addAttribute("worth", settings.terms().worth(rehearsal.points(), properties.currency()));
            return form(typed, known, model);
        } catch (Refusal refusal) {
            return refuse(refusal, typed, known, model, response, locale);
        }
    }

    /** The rule as it is by now, and why nothing was done. */
    private String conflict(long rule, String why, Model model, HttpServletResponse response) {
        EarningRule now = rules.rule(rule);
        model.addAttribute("meanwhile", why);
        response.setStatus(HttpStatus.CONFLICT.value());
        return form(next(now), Optional.of(now), model);
    }

    private RuleForm next(EarningRule rule) {
        return RuleForm.next(rule, clock.today().plusDays(1), properties.currency());
    }

    /** A version that begins in the past is made once whoever makes it was told what that means. */
    private String ask(
            RuleForm typed,
            LocalDate from,
            EarningRule rule,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        model.addAttribute("field", "validFrom");
        model.addAttribute("wrong", messages.getMessage("points.rule.past", new Object[] {format.date(from)}, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed.told(from), Optional.of(rule), model);
    }

    /** The last day a rehearsal looks at: that of the figures, or yesterday where they are of today, which is not over. */
    private LocalDate rehearsed() {
        LocalDate yesterday = clock.today().minusDays(1);
        return metrics.current()
                .map(CurrentFigures::asOf)
                .filter(yesterday::isAfter)
                .orElse(yesterday);
    }

    private String saved(long rule, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage("points.rule.saved", null, locale));
        return "redirect:/points/rules/" + rule;
    }

    private String refuse(
            Refusal refusal,
            RuleForm typed,
            Optional<EarningRule> rule,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
        model.addAttribute("wrong", said.of(refusal, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(typed, rule, model);
    }

    private static Map<Long, RuleSegment> byNumber(List<RuleSegment> segments) {
        return segments.stream().collect(Collectors.toMap(RuleSegment::id, Function.identity()));
    }

    private String form(RuleForm typed, Optional<EarningRule> rule, Model model) {
        List<RuleSegment> segments = rules.segments();
        model.addAttribute("segments", byNumber(segments));
        model.addAttribute(
                "choices",
                segments.stream()
                        .filter(segment -> segment.choosable() || typed.ticks(segment.id()))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("rule", rule.orElse(null));
        model.addAttribute(
                "stops", rule.filter(one -> one.goesOnAfter(clock.today())).isPresent());
        model.addAttribute(
                "calledOff",
                rule.flatMap(one -> one.yetToBegin(clock.today()))
                        .map(next -> next.terms().validFrom())
                        .orElse(null));
        model.addAttribute("today", clock.today());
        model.addAttribute("policies", PointsRequest.Policy.values());
        model.addAttribute("activities", histories.behaviourTypes());
        model.addAttribute("rehearsed", rehearsed());
        return "points/rule";
    }
}
