package io.wellspring.points.web;

import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.State;
import io.wellspring.points.BulkGrant;
import io.wellspring.points.BulkGrants;
import io.wellspring.points.Grantee;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.ReasonMissing;
import io.wellspring.shared.Slice;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Points that many users were given at once: all of them, and one with its users and what became of it. */
@Controller
@RequiredArgsConstructor
class GrantsPage {

    private static final String GRANT = "/points/grants/{grant:[1-9]\\d{0,17}}";
    private static final int PAGE_SIZE = 20;
    private static final int USERS_SHOWN = 20;

    private final BulkGrants grants;
    private final PointsSettings settings;
    private final UserDirectory users;
    private final WellspringProperties properties;
    private final MessageSource messages;

    @GetMapping("/points/grants")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("grants", grants.all(page, PAGE_SIZE));
        model.addAttribute("limits", settings.terms());
        return "points/grants";
    }

    /** The work is looked at first: if it ends meanwhile, the page is loaded anew. */
    @GetMapping(GRANT)
    String show(@PathVariable long grant, @RequestParam(defaultValue = "1") int page, Model model) {
        Optional<JobRun> run = grants.run(grant).filter(work -> work.state() != State.SUCCEEDED);
        BulkGrant shown = grants.find(grant);
        Slice<Grantee> given = grants.users(shown, page, USERS_SHOWN);
        model.addAttribute("run", run.orElse(null));
        model.addAttribute("grant", shown);
        model.addAttribute("worth", settings.terms().worth(shown.total().value(), properties.currency()));
        model.addAttribute("users", given);
        model.addAttribute(
                "cards",
                users.cards(given.rows().stream().map(Grantee::user).distinct().toList()));
        return "points/grant";
    }

    @PostMapping(GRANT + "/approval")
    String approve(@PathVariable long grant, RedirectAttributes flash, Locale locale) {
        grants.approve(grant);
        return done(grant, "approved", flash, locale);
    }

    @PostMapping(GRANT + "/refusal")
    String decline(
            @PathVariable long grant,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            grants.decline(grant, reason);
            return done(grant, "declined", flash, locale);
        } catch (ReasonMissing missing) {
            ReasonTyped.askAgain("/points/grants/" + grant, reason, missing, messages, locale, model, response);
            return show(grant, 1, model);
        }
    }

    @PostMapping(GRANT + "/cancellation")
    String cancel(@PathVariable long grant, RedirectAttributes flash, Locale locale) {
        grants.cancel(grant);
        return done(grant, "cancelled", flash, locale);
    }

    @PostMapping(GRANT + "/reversal")
    String takeBack(@PathVariable long grant, RedirectAttributes flash, Locale locale) {
        grants.takeBack(grant);
        return done(grant, "taken-back", flash, locale);
    }

    private String done(long grant, String what, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage("points.grant.done." + what, null, locale));
        return "redirect:/points/grants/" + grant;
    }
}
