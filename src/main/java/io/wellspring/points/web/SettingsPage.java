package io.wellspring.points.web;

import io.wellspring.points.PointsSettings;
import io.wellspring.points.PointsTerms;
import io.wellspring.points.SettingsChangedMeanwhile;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import jakarta.servlet.http.HttpServletResponse;
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

/** How much a manager may adjust and grant alone, what points are worth, and how much of an order they pay. */
@Controller
@RequiredArgsConstructor
class SettingsPage {

    private final PointsSettings settings;
    private final WellspringProperties properties;
    private final MessageSource messages;
    private final FormText said;

    /** What was typed; with the edition that was there when the form was opened. */
    record Form(String adjustmentLimit, String perUnit, String cashPercent, String grantLimit, String edition) {

        static Form of(PointsSettings.Kept kept) {
            PointsTerms terms = kept.terms();
            return new Form(
                    Long.toString(terms.adjustmentLimit()),
                    Long.toString(terms.perUnit()),
                    Integer.toString(terms.cashPercent()),
                    Long.toString(terms.grantLimit()),
                    Integer.toString(kept.edition()));
        }

        PointsTerms terms() {
            return new PointsTerms(
                    Typed.number(adjustmentLimit),
                    Typed.number(perUnit),
                    Typed.small(cashPercent),
                    Typed.number(grantLimit));
        }
    }

    @GetMapping("/points/settings")
    String form(Model model) {
        return show(Form.of(settings.kept()), model);
    }

    @PostMapping("/points/settings")
    String change(
            @RequestParam(defaultValue = "") String adjustmentLimit,
            @RequestParam(defaultValue = "") String perUnit,
            @RequestParam(defaultValue = "") String cashPercent,
            @RequestParam(defaultValue = "") String grantLimit,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Form typed = new Form(adjustmentLimit, perUnit, cashPercent, grantLimit, edition);
        try {
            settings.change(Typed.small(edition), typed.terms());
        } catch (SettingsChangedMeanwhile meanwhile) {
            Form now = Form.of(settings.kept());
            Form kept = touched.over(now, typed);
            model.addAttribute("meanwhile", said.of(meanwhile, locale));
            model.addAttribute(
                    "beside",
                    new SideBySide(messages, locale)
                            .text("points.settings.limit", now.adjustmentLimit(), kept.adjustmentLimit())
                            .text("points.settings.grants", now.grantLimit(), kept.grantLimit())
                            .text(
                                    "points.settings.per-unit",
                                    now.perUnit(),
                                    kept.perUnit(),
                                    properties.currency().getCurrencyCode())
                            .text("points.settings.cash", now.cashPercent(), kept.cashPercent())
                            .fields());
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(kept, model);
        } catch (Refusal refusal) {
            model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
            model.addAttribute("wrong", said.of(refusal, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, model);
        }
        flash.addFlashAttribute("done", messages.getMessage("points.settings.saved", null, locale));
        return "redirect:/points/settings";
    }

    private static String show(Form typed, Model model) {
        model.addAttribute("typed", typed);
        return "points/settings";
    }
}
