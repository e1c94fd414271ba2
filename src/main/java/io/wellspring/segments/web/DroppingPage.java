package io.wellspring.segments.web;

import io.wellspring.membership.DroppingQuery;
import io.wellspring.membership.TierForecast;
import io.wellspring.shared.web.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
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
    private final Format format;

    @GetMapping("/segments/dropping/new")
    String begin(@ModelAttribute DroppingQuery asked, Locale locale, Model model) {
        return keeping.begin(people(asked), locale, model);
    }

    @PostMapping("/segments/dropping")
    String save(
            @ModelAttribute DroppingQuery asked,
            @ModelAttribute PeopleForm typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return keeping.save(people(asked), typed, locale, model, response, flash);
    }

    private People people(DroppingQuery asked) {
        String asOf = forecast.asOf().map(LocalDate::toString).orElse("");
        Object[] facts = {forecast.asOf().map(format::date).orElse("")};
        return new People(
                "dropping", facts, asOf, asked.readable(), forecast.everybody(asked.filter(forecast.little())));
    }
}
