package io.wellspring.points.web;

import io.wellspring.points.AdjustmentRequest;
import io.wellspring.points.BulkGrants;
import io.wellspring.points.PointsAdjustments;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.ReasonMissing;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adjustments and grants that wait for a second manager, and what became of the adjustments before. */
@Controller
@RequiredArgsConstructor
class AdjustmentsPage {

    private static final String REQUEST = "/points/adjustments/{request:[1-9]\\d{0,17}}";
    private static final int PAGE_SIZE = 20;
    private static final int MOST_WAITING = 200;

    private final PointsAdjustments adjustments;
    private final BulkGrants grants;
    private final PointsSettings settings;
    private final UserDirectory users;
    private final MessageSource messages;

    @GetMapping("/points/adjustments")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<AdjustmentRequest> waiting = adjustments.waiting(1, MOST_WAITING).rows();
        Slice<AdjustmentRequest> decided = adjustments.decided(page, PAGE_SIZE);
        Map<UserId, UserCard> cards = users.cards(Stream.concat(waiting.stream(), decided.rows().stream())
                .map(AdjustmentRequest::user)
                .distinct()
                .toList());
        model.addAttribute("waiting", waiting);
        model.addAttribute("decided", decided);
        model.addAttribute("grants", grants.waiting(1, MOST_WAITING).rows());
        model.addAttribute("cards", cards);
        model.addAttribute("terms", settings.terms());
        return "points/adjustments";
    }

    @PostMapping(REQUEST + "/approval")
    String approve(@PathVariable long request, RedirectAttributes flash, Locale locale) {
        adjustments.approve(request);
        return done("points.adjustments.approved", flash, locale);
    }

    @PostMapping(REQUEST + "/refusal")
    String decline(
            @PathVariable long request,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            adjustments.decline(request, reason);
            return done("points.adjustments.declined", flash, locale);
        } catch (ReasonMissing missing) {
            ReasonTyped.askAgain("/points/adjustments/" + request, reason, missing, messages, locale, model, response);
            return list(1, model);
        }
    }

    @PostMapping(REQUEST + "/withdrawal")
    String withdraw(@PathVariable long request, RedirectAttributes flash, Locale locale) {
        adjustments.withdraw(request);
        return done("points.adjustments.withdrawn", flash, locale);
    }

    private String done(String message, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage(message, null, locale));
        return "redirect:/points/adjustments";
    }
}
