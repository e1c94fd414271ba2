package io.wellspring.segments.web;

import io.wellspring.membership.DroppingFilter;
import io.wellspring.membership.DroppingQuery;
import io.wellspring.membership.TierForecast;
import io.wellspring.membership.TierProgram;
import io.wellspring.shared.web.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those who will drop a tier unless they do more, as they are now: whoever spends stays in it. */
@Controller
@RequiredArgsConstructor
class DroppingPage {

    private final KeepingPeople keeping;
    private final TierForecast forecast;
    private final TierProgram program;
    private final Format format;

    @GetMapping("/segments/dropping/new")
    String begin(@ModelAttribute DroppingQuery asked, Locale locale, Model model) {
        return keeping.begin(people(asked, locale), locale, model);
    }

    @PostMapping("/segments/dropping")
    String save(
            @ModelAttribute DroppingQuery asked,
            @ModelAttribute PeopleForm typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return keeping.save(people(asked, locale), typed, locale, model, response, flash);
    }

    private People people(DroppingQuery asked, Locale locale) {
        String asOf = forecast.asOf().map(LocalDate::toString).orElse("");
        Object[] facts = {forecast.asOf().map(format::date).orElse(""), narrowed(asked, locale)};
        return new People(
                "dropping", facts, asOf, asked.readable(), forecast.everybody(asked.filter(forecast.little())));
    }

    /** Which of them, so that segments of some are called something else than those of others. */
    private String narrowed(DroppingQuery asked, Locale locale) {
        DroppingFilter filter = asked.filter(forecast.little());
        return Stream.of(
                        filter.month().map(format::month),
                        filter.tier().flatMap(number -> tierName(number, locale)),
                        filter.near().map(near -> "≤ " + format.wholeMoney(near)))
                .flatMap(Optional::stream)
                .map(part -> " · " + part)
                .collect(Collectors.joining());
    }

    private Optional<String> tierName(int number, Locale locale) {
        return program.versions().stream()
                .flatMap(version -> version.terms().tiers().stream())
                .filter(tier -> tier.number() == number)
                .map(tier -> tier.name(locale))
                .findFirst();
    }
}
