package io.wellspring.membership.web;

import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.DraftChangedMeanwhile;
import io.wellspring.membership.Impact;
import io.wellspring.membership.NoDraft;
import io.wellspring.membership.Programme;
import io.wellspring.membership.ProgrammePublished;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.PublishedMeanwhile;
import io.wellspring.membership.TierForecast;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.Tiering;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.Touched;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The programme: who stands where, the draft and what it would change, what is coming and what was. */
@Controller
@RequiredArgsConstructor
class TiersPage {

    private final TierProgram program;
    private final TierReading reading;
    private final TierForecast forecast;
    private final Tiering tiering;
    private final DraftParts parts;
    private final PublishingWords words;
    private final MetricsRefresh metrics;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Format format;

    @GetMapping("/tiers")
    String show(Locale locale, Model model) {
        List<Programme> versions = program.versions();
        if (versions.isEmpty()) {
            return "membership/empty";
        }
        Optional<ProgrammeForm> form = program.draft().map(draft -> ProgrammeForm.of(draft, format.currency()));
        form.ifPresent(typed -> parts.addScale(program.draft().orElseThrow(NoDraft::new), locale, model));
        return page(versions, form, locale, model);
    }

    @PostMapping("/tiers/drafts")
    String start() {
        program.startDraft();
        return "redirect:/tiers";
    }

    /**
     * Keeps the draft, and does with it what the button says. Asked by a field or a slider that moved, it answers with nothing but what the
     * draft would change.
     *
     * @param act empty, {@code add}, {@code remove:} and a tier, {@code publish} or {@code discard}
     * @throws NoDraft if somebody else has discarded or published it
     */
    @PostMapping("/tiers/draft")
    String save(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ProgrammeForm form = ProgrammeForm.typed(typed);
        try {
            return kept(form, act, part, locale, model, response, flash);
        } catch (DraftChangedMeanwhile meanwhile) {
            Programme draft = program.draft().orElseThrow(NoDraft::new);
            ProgrammeForm over = form.over(draft, touched, format.currency());
            Optional<ProgrammeTerms> terms = new FormReading(over, format.currency()).terms();
            parts.addBenefits(locale, model);
            parts.addMeanwhile(draft, terms, part, locale, model);
            if (part) {
                return part(form, locale, model);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            parts.addScale(terms.map(draft::saying).orElse(draft), locale, model);
            return page(program.versions(), Optional.of(over), locale, model);
        }
    }

    private String kept(
            ProgrammeForm form,
            String act,
            boolean part,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (act.equals("discard")) {
            program.discard(form.seen());
            return done("tiers.discarded", locale, flash);
        }
        if (program.draft().isEmpty()) {
            throw new NoDraft();
        }
        Optional<ProgrammeTerms> terms = new FormReading(form, format.currency()).terms();
        if (terms.isPresent()) {
            program.saveDraft(terms.get(), form.seen());
            if (!part) {
                return next(act, form, locale, model, response, flash);
            }
        }
        if (part) {
            parts.addBenefits(locale, model);
            return part(form, locale, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        parts.addScale(program.draft().orElseThrow(NoDraft::new), locale, model);
        return page(program.versions(), Optional.of(form), locale, model);
    }

    @PostMapping("/tiers/versions/{version:[1-9]\\d{0,8}}/again")
    String rollBack(
            @PathVariable int version,
            @RequestParam(defaultValue = "") String seen,
            Locale locale,
            RedirectAttributes flash) {
        LocalDate from = earliest();
        List<String> forestalled = words.forestalled(program.versions(), from, locale);
        try {
            int newest = seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
            ProgrammePublished published = program.rollBack(version, newest, from);
            return published(
                    text("tiers.rolled-back", locale, version, published.version(), published.effectiveOn()),
                    forestalled,
                    flash);
        } catch (PublishedMeanwhile meanwhile) {
            flash.addFlashAttribute("refused", messages.getMessage(meanwhile.messageCode(), meanwhile.facts(), locale));
            return "redirect:/tiers";
        }
    }

    private String part(ProgrammeForm form, Locale locale, Model model) {
        model.addAttribute("part", true);
        model.addAttribute("locale", locale);
        addDraft(form, tiering.current(), locale, model);
        return "membership/_draft :: part";
    }

    private String next(
            String act,
            ProgrammeForm form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            if (act.equals("add")) {
                program.addTier();
            } else if (act.matches("remove:[1-9]\\d{0,5}")) {
                program.removeTier(Integer.parseInt(act.substring("remove:".length())));
            } else if (act.equals("publish")) {
                Optional<LocalDate> from = day(form);
                if (from.isEmpty()) {
                    return refused(
                            ProgrammeForm.DAY, "tiers.unreadable-day", new Object[0], form, locale, model, response);
                }
                List<String> forestalled = words.forestalled(program.versions(), from.get(), locale);
                ProgrammePublished published = program.publish(from.get(), form.seen());
                return published(
                        text("tiers.published", locale, published.version(), published.effectiveOn()),
                        forestalled,
                        flash);
            }
            return "redirect:/tiers#editor";
        } catch (Refusal.Rejected refusal) {
            String field = refusal.field().orElseThrow(() -> refusal);
            return refused(field, refusal.messageCode(), refusal.facts(), form, locale, model, response);
        }
    }

    private String refused(
            String field,
            String code,
            Object[] facts,
            ProgrammeForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        form.errors().put(field, code);
        model.addAttribute("wrong", messages.getMessage(code, facts, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        parts.addScale(program.draft().orElseThrow(NoDraft::new), locale, model);
        return page(program.versions(), Optional.of(form), locale, model);
    }

    private String page(List<Programme> versions, Optional<ProgrammeForm> form, Locale locale, Model model) {
        Optional<CurrentTiers> current = tiering.current();
        Programme programme = current.flatMap(made -> versions.stream()
                        .filter(version -> version.version() == made.version())
                        .findFirst())
                .or(() ->
                        versions.stream().filter(version -> !version.isDraft()).findFirst())
                .orElse(versions.getFirst());
        TiersView view = new TiersView(
                versions,
                programme,
                current,
                reading.counts(),
                reading.distribution(programme.terms().tiers().stream()
                        .flatMap(tier -> tier.entry().growth().stream())
                        .toList()),
                reading.flow(),
                reading.months(),
                forecast.months(TierForecast.MONTHS, forecast.little()));
        model.addAttribute("view", view);
        model.addAttribute("locale", locale);
        model.addAttribute("little", forecast.little());
        model.addAttribute("foreseen", forecast.asOf().isPresent());
        model.addAttribute("distribution", view.distribution(format));
        model.addAttribute("overTime", view.overTime(locale, format));
        LocalDate earliest = earliest();
        model.addAttribute("earliest", earliest);
        model.addAttribute("versionLines", words.lines(versions, earliest, locale));
        parts.addBenefits(locale, model);
        form.ifPresent(typed -> addDraft(typed, current, locale, model));
        return "membership/show";
    }

    private void addDraft(ProgrammeForm form, Optional<CurrentTiers> current, Locale locale, Model model) {
        Programme draft = program.draft().orElseThrow(NoDraft::new);
        model.addAttribute("form", form);
        model.addAttribute("draft", draft);
        model.addAttribute("notes", words.notes(draft, program.versions(), earliest(), locale));
        if (form.unkept().isEmpty()) {
            reading.impact(draft)
                    .or(() -> parts.first(draft))
                    .filter(impact -> impact.users() > 0)
                    .ifPresent(impact -> addImpact(impact, draft, current, model));
        }
    }

    private void addImpact(Impact impact, Programme draft, Optional<CurrentTiers> current, Model model) {
        List<Programme> versions = program.versions();
        List<ImpactLine> lines = ImpactLine.of(impact, draft, versions);
        model.addAttribute("impact", impact);
        model.addAttribute("lines", lines);
        Optional<Programme> standing = versions.stream()
                .filter(version -> current.filter(made -> made.version() == version.version())
                        .isPresent())
                .findFirst();
        parts.addCosts(draft, standing, impact, lines, model);
    }

    /** The first day that can still be decided; at first that of the figures, which may lie far back where facts do. */
    private LocalDate earliest() {
        return program.earliest()
                .map(day -> day.plusDays(1))
                .or(() -> metrics.current().map(CurrentFigures::asOf))
                .orElseGet(clock::today);
    }

    private static Optional<LocalDate> day(ProgrammeForm form) {
        try {
            return Optional.of(LocalDate.parse(form.value(ProgrammeForm.DAY)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String published(String text, List<String> forestalled, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "done", Stream.concat(Stream.of(text), forestalled.stream()).collect(Collectors.joining(" ")));
        return "redirect:/tiers";
    }

    private String done(String message, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("done", text(message, locale));
        return "redirect:/tiers";
    }

    private String text(String message, Locale locale, Object... facts) {
        return messages.getMessage(
                message, Stream.of(facts).map(String::valueOf).toArray(), locale);
    }
}
