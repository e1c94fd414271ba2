package io.wellspring.lifecycle.web;

import io.wellspring.lifecycle.CurrentStages;
import io.wellspring.lifecycle.LifecycleReading;
import io.wellspring.lifecycle.LifecycleThresholds;
import io.wellspring.lifecycle.Stage;
import io.wellspring.lifecycle.Thresholds;
import io.wellspring.lifecycle.ThresholdsChangedMeanwhile;
import io.wellspring.lifecycle.ThresholdsOutOfOrder;
import io.wellspring.lifecycle.ThresholdsVersion;
import io.wellspring.shared.BusinessClock;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of the thresholds, and the form for the next one. */
@Controller
@RequiredArgsConstructor
class ThresholdsPage {

    private final LifecycleThresholds thresholds;
    private final LifecycleReading reading;
    private final BusinessClock clock;
    private final MessageSource messages;

    @GetMapping("/lifecycle/thresholds")
    String form(Model model) {
        return page(ThresholdsForm.startingFrom(thresholds.versions().stream().findFirst(), asOf()), model);
    }

    @PostMapping("/lifecycle/thresholds/preview")
    String preview(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        ThresholdsForm form = ThresholdsForm.typed(typed);
        Optional<Thresholds> draft = draft(form);
        if (draft.isEmpty()) {
            return again(form, model, response);
        }
        thresholds.preview(draft.get()).ifPresent(preview -> {
            model.addAttribute("preview", preview);
            model.addAttribute("now", reading.count(preview.asOf()));
        });
        return page(form, model);
    }

    @PostMapping("/lifecycle/thresholds")
    String save(
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ThresholdsForm form = ThresholdsForm.typed(typed);
        Optional<LocalDate> validFrom = form.validFrom();
        Optional<Thresholds> draft = draft(form);
        if (draft.isEmpty() || validFrom.isEmpty()) {
            return again(form, model, response);
        }
        try {
            ThresholdsVersion saved = thresholds.save(draft.get(), validFrom.get(), form.seen());
            flash.addFlashAttribute(
                    "done", messages.getMessage("lifecycle.thresholds.saved", new Object[] {saved.version()}, locale));
            return "redirect:/lifecycle";
        } catch (ThresholdsChangedMeanwhile meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Optional<ThresholdsVersion> newest = thresholds.versions().stream().findFirst();
            newest.ifPresent(version -> model.addAttribute("meanwhile", version.version()));
            return page(form.over(newest), model);
        }
    }

    private static Optional<Thresholds> draft(ThresholdsForm form) {
        try {
            return form.draft();
        } catch (ThresholdsOutOfOrder refusal) {
            refusal.field().ifPresent(field -> form.errors().put(field, refusal.messageCode()));
            return Optional.empty();
        }
    }

    private LocalDate asOf() {
        return reading.current().map(CurrentStages::asOf).orElseGet(clock::today);
    }

    private String again(ThresholdsForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, model);
    }

    private String page(ThresholdsForm form, Model model) {
        List<ThresholdsVersion> versions = thresholds.versions();
        model.addAttribute("form", form);
        model.addAttribute("fields", ThresholdsForm.FIELDS);
        model.addAttribute("stages", Stage.ALL);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "deciding",
                thresholds.decidingOn(asOf()).map(ThresholdsVersion::version).orElse(0));
        return "lifecycle/thresholds";
    }
}
