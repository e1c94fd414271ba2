package io.wellspring.points.web;

import io.wellspring.points.CheckIn;
import io.wellspring.points.CheckInLadder;
import io.wellspring.points.CheckIns;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What check-ins bring and who did check in; and checking a user in. */
@Controller
@RequiredArgsConstructor
class CheckInsPage {

    private static final int DAYS_SHOWN = 30;

    private final CheckIns checkIns;
    private final BusinessClock clock;
    private final MessageSource messages;

    /** What was typed. */
    record Form(String steps, String afterLast, String expiresAfter) {}

    @GetMapping("/points/check-ins")
    String show(Model model) {
        Form stored = checkIns.ladder()
                .map(ladder -> new Form(
                        ladder.steps().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        ladder.afterLast().name(),
                        ladder.expiresAfter().map(String::valueOf).orElse("")))
                .orElseGet(() -> new Form("", CheckInLadder.AfterLast.STAY.name(), ""));
        return show(stored, model);
    }

    @PostMapping("/points/check-ins")
    String change(
            @RequestParam(defaultValue = "") String steps,
            @RequestParam(defaultValue = "STAY") CheckInLadder.AfterLast afterLast,
            @RequestParam(defaultValue = "") String expiresAfter,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        try {
            checkIns.change(new CheckInLadder(
                    Stream.of(steps.strip().split("[\\s,;，、]+"))
                            .filter(step -> !step.isEmpty())
                            .map(Typed::number)
                            .toList(),
                    afterLast,
                    Optional.of(expiresAfter.strip())
                            .filter(text -> !text.isEmpty())
                            .map(text -> (int) Math.clamp(Typed.number(text), -1L, (long) Integer.MAX_VALUE))));
        } catch (Refusal refusal) {
            model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(new Form(steps, afterLast.name(), expiresAfter), model);
        }
        flash.addFlashAttribute("done", messages.getMessage("points.check-ins.saved", null, locale));
        return "redirect:/points/check-ins";
    }

    @PostMapping("/users/{id:[1-9]\\d{0,17}}/points/check-ins")
    String checkIn(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        CheckIn checkIn = checkIns.checkIn(new UserId(id));
        String message = checkIn.again() ? "points.check-in.again" : "points.check-in.done";
        flash.addFlashAttribute(
                "done",
                messages.getMessage(
                        message,
                        new Object[] {checkIn.streak(), checkIn.points().value()},
                        locale));
        return "redirect:/users/" + checkIn.user() + "/points";
    }

    private String show(Form typed, Model model) {
        LocalDate today = clock.today();
        model.addAttribute("typed", typed);
        model.addAttribute("afters", CheckInLadder.AfterLast.values());
        model.addAttribute("days", checkIns.days(today.minusDays(DAYS_SHOWN - 1L), today));
        model.addAttribute("today", today);
        return "points/check-ins";
    }
}
