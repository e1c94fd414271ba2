package io.wellspring.points.web;

import io.wellspring.points.PointsSettings;
import io.wellspring.points.PointsTerms;
import io.wellspring.shared.Refusal;
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
    private final MessageSource messages;

    @GetMapping("/points/settings")
    String form(Model model) {
        PointsTerms terms = settings.terms();
        return show(
                Long.toString(terms.adjustmentLimit()),
                Long.toString(terms.perUnit()),
                Integer.toString(terms.cashPercent()),
                Long.toString(terms.grantLimit()),
                model);
    }

    @PostMapping("/points/settings")
    String change(
            @RequestParam(defaultValue = "") String adjustmentLimit,
            @RequestParam(defaultValue = "") String perUnit,
            @RequestParam(defaultValue = "0") String cashPercent,
            @RequestParam(defaultValue = "") String grantLimit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            settings.change(new PointsTerms(
                    Typed.number(adjustmentLimit),
                    Typed.number(perUnit),
                    (int) Math.clamp(Typed.number(cashPercent), -1L, 101L),
                    Typed.number(grantLimit)));
        } catch (Refusal refusal) {
            String field = refusal.field().orElseThrow(() -> refusal);
            model.addAttribute("field", field);
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(adjustmentLimit, perUnit, cashPercent, grantLimit, model);
        }
        flash.addFlashAttribute("done", messages.getMessage("points.settings.saved", null, locale));
        return "redirect:/points/settings";
    }

    private static String show(
            String adjustmentLimit, String perUnit, String cashPercent, String grantLimit, Model model) {
        model.addAttribute("adjustmentLimit", adjustmentLimit);
        model.addAttribute("perUnit", perUnit);
        model.addAttribute("cashPercent", cashPercent);
        model.addAttribute("grantLimit", grantLimit);
        return "points/settings";
    }
}
