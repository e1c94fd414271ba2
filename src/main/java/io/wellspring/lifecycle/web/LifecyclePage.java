package io.wellspring.lifecycle.web;

import io.wellspring.lifecycle.CurrentStages;
import io.wellspring.lifecycle.LifecycleReading;
import io.wellspring.lifecycle.LifecycleThresholds;
import io.wellspring.lifecycle.ThresholdsVersion;
import io.wellspring.shared.web.Format;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many users stand in each stage on one day, and what became of those of an earlier one. */
@Controller
@RequiredArgsConstructor
class LifecyclePage {

    private final LifecycleReading reading;
    private final LifecycleThresholds thresholds;
    private final MessageSource messages;
    private final Format format;

    @GetMapping("/lifecycle")
    String show(
            @RequestParam Optional<LocalDate> from, @RequestParam Optional<LocalDate> to, Locale locale, Model model) {
        Optional<CurrentStages> current = reading.current();
        if (current.isEmpty()) {
            return "lifecycle/empty";
        }
        StageDays days = StageDays.of(from, to, current.get().asOf());
        LifecycleView view = new LifecycleView(
                days,
                current.get(),
                reading.count(days.from()),
                reading.count(days.to()),
                reading.flow(days.from(), days.to()),
                reading.exits(days.from(), days.to()));
        if (view.users() == 0 && days.current()) {
            return "lifecycle/empty";
        }
        List<ThresholdsVersion> versions = thresholds.versions();
        ThresholdsVersion deciding = thresholds.decidingOn(days.to()).orElseThrow();
        model.addAttribute("days", days);
        model.addAttribute("view", view);
        model.addAttribute("current", current.get());
        model.addAttribute("deciding", deciding);
        model.addAttribute("decidingBefore", thresholds.decidingOn(days.from()).orElse(deciding));
        model.addAttribute(
                "beingMade", versions.getFirst().version() != current.get().version());
        model.addAttribute("sankey", view.sankey(messages, format, locale));
        return "lifecycle/show";
    }
}
