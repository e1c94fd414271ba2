package io.wellspring.rfm.web;

import io.wellspring.metrics.BusinessFigures;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.rfm.Dimension;
import io.wellspring.rfm.ModelDraft;
import io.wellspring.rfm.ModelVersion;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmRuns;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.rfm.ThresholdMethod;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.WellspringProperties;
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

/** The versions of the model, and the form for the next one. */
@Controller
@RequiredArgsConstructor
class ModelPage {

    private final RfmModels models;
    private final RfmScoring scoring;
    private final RfmRuns runs;
    private final BusinessFigures figures;
    private final BusinessClock clock;
    private final WellspringProperties properties;
    private final MessageSource messages;

    @GetMapping("/rfm/models")
    String form(Locale locale, Model model) {
        return page(
                ModelForm.startingFrom(models.inForce(), scoring.windowDays(), properties.currency()), locale, model);
    }

    @PostMapping("/rfm/models/preview")
    String preview(@RequestParam Map<String, String> typed, Locale locale, Model model, HttpServletResponse response) {
        ModelForm form = ModelForm.typed(typed);
        Optional<ModelDraft> draft = form.draft(properties.currency());
        if (draft.isEmpty()) {
            return again(form, locale, model, response);
        }
        try {
            model.addAttribute("preview", models.preview(draft.get()));
            return page(form, locale, model);
        } catch (Refusal refusal) {
            refuse(refusal, locale, model);
            return again(form, locale, model, response);
        }
    }

    @PostMapping("/rfm/models")
    String save(
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ModelForm form = ModelForm.typed(typed);
        Optional<ModelDraft> draft = form.draft(properties.currency());
        if (draft.isEmpty()) {
            return again(form, locale, model, response);
        }
        try {
            LocalDate asOf = figures.current().map(CurrentFigures::asOf).orElseGet(clock::today);
            ModelVersion saved = models.save(draft.get());
            runs.request(asOf, Optional.of(saved.version()));
            flash.addFlashAttribute(
                    "done", messages.getMessage("rfm.models.saved", new Object[] {saved.version()}, locale));
            return "redirect:/rfm";
        } catch (Refusal refusal) {
            refuse(refusal, locale, model);
            return again(form, locale, model, response);
        }
    }

    private String again(ModelForm form, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, locale, model);
    }

    private void refuse(Refusal refusal, Locale locale, Model model) {
        String text = messages.getMessage(refusal.messageCode(), refusal.facts(), locale);
        refusal.field().ifPresentOrElse(field -> model.addAttribute("refusedField", field), () -> {});
        model.addAttribute("refusedText", text);
    }

    private String page(ModelForm form, Locale locale, Model model) {
        List<ModelVersion> versions = models.versions();
        model.addAttribute("form", form);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "inForce", versions.isEmpty() ? 0 : versions.getFirst().version());
        model.addAttribute("dimensions", Dimension.ALL);
        model.addAttribute("methods", ThresholdMethod.ALL);
        model.addAttribute("cuts", List.of(ModelForm.BY_QUANTILES, ModelForm.BY_HAND));
        model.addAttribute("scores", List.of(2, 3, 4, 5));
        model.addAttribute("codes", ModelForm.codes());
        model.addAttribute("classes", RfmClass.ALL);
        model.addAttribute("groups", RfmGroup.ALL);
        model.addAttribute("words", models.words(locale));
        return "rfm/models";
    }
}
