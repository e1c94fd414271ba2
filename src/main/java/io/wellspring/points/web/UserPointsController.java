package io.wellspring.points.web;

import io.wellspring.points.Points;
import io.wellspring.points.PointsAdjustments;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.Statement;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The points of one user: a page of its own, and a part of the user's page; and the form by which managers adjust them. */
@Controller
@RequiredArgsConstructor
class UserPointsController {

    private static final String POINTS = "/users/{id:[1-9]\\d{0,17}}/points";
    private static final String ADJUSTMENT = POINTS + "/adjustment";
    private static final Set<String> WITHIN = Set.of("rule", "adjustment", "grant", "reward", "benefit", "check-in");
    private static final int PAGE_SIZE = 30;
    private static final int SHOWN_BESIDE = 5;

    private final PointsLedger ledger;
    private final PointsAdjustments adjustments;
    private final PointsSettings settings;
    private final UserDirectory users;
    private final UserMerging merging;
    private final BusinessClock clock;
    private final MessageSource messages;

    /** What was typed into the form. */
    record Form(String form, String amount, String lastDay, String reason) {}

    /** @param before the entry to go on below */
    @GetMapping(POINTS)
    String statement(
            @PathVariable long id,
            @RequestParam(required = false) Optional<Long> before,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/points";
        }
        show(user, model);
        Statement statement = ledger.statement(user, before, part ? SHOWN_BESIDE : PAGE_SIZE);
        model.addAttribute("statement", statement);
        model.addAttribute("keys", keys(statement));
        model.addAttribute("lots", ledger.lots(user));
        model.addAttribute("waiting", adjustments.waiting(user));
        model.addAttribute("continued", before.isPresent());
        return part ? "points/user :: points" : "points/user";
    }

    @GetMapping(ADJUSTMENT)
    String form(@PathVariable long id, Model model) {
        return form(new UserId(id), new Form(UUID.randomUUID().toString(), "", "", ""), model);
    }

    @PostMapping(ADJUSTMENT)
    String adjust(
            @PathVariable long id,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        UserId user = new UserId(id);
        Form typed = new Form(key(form).toString(), amount, lastDay, reason);
        if (!Typed.isDay(lastDay)) {
            return refuse(
                    user,
                    typed,
                    "lastDay",
                    messages.getMessage("points.unreadable-day", null, locale),
                    model,
                    response);
        }
        try {
            PointsAdjustments.Outcome outcome = adjustments.adjust(
                    user, key(typed.form()), new Points(Typed.number(amount)), Typed.day(lastDay), reason);
            flash.addFlashAttribute("done", messages.getMessage("points.adjustment.outcome." + outcome, null, locale));
            return "redirect:/users/" + id + "/points";
        } catch (Refusal refusal) {
            String field = refusal.field().orElseThrow(() -> refusal);
            return refuse(
                    user,
                    typed,
                    field,
                    messages.getMessage(refusal.messageCode(), refusal.facts(), locale),
                    model,
                    response);
        }
    }

    /** The keys other systems wrote under, by entry; what wrote within has keys nobody reads. */
    private static Map<Long, KeyText> keys(Statement statement) {
        return statement.lines().stream()
                .filter(line ->
                        line.key().isPresent() && !WITHIN.contains(line.cause().source()))
                .collect(Collectors.toMap(
                        line -> line.posting().entryId(),
                        line -> KeyText.of(line.key().orElseThrow(), line.by())));
    }

    private String refuse(
            UserId user, Form typed, String field, String wrong, Model model, HttpServletResponse response) {
        model.addAttribute("field", field);
        model.addAttribute("wrong", wrong);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(user, typed, model);
    }

    private String form(UserId user, Form typed, Model model) {
        show(user, model);
        model.addAttribute("typed", typed);
        model.addAttribute("terms", settings.terms());
        return "points/adjustment";
    }

    private void show(UserId user, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("today", clock.today());
        model.addAttribute("balance", ledger.balance(user, clock.today()));
    }

    /** A form without a key of its own is sent once. */
    private static UUID key(String form) {
        try {
            return UUID.fromString(form);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
