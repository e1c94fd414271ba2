package io.wellspring.points.web;

import io.wellspring.points.CheckIn;
import io.wellspring.points.CheckInLadder;
import io.wellspring.points.CheckIns;
import io.wellspring.points.SettingsChangedMeanwhile;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import io.wellspring.shared.web.WideText;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private final FormText said;

    /** What was typed; with the edition that was there when the form was opened. */
    record Form(String steps, String afterLast, String expiresAfter, String edition) {

        private static final Pattern APART = Pattern.compile("(?:[\\s;；，、]|,(?=\\s|$))+");
        private static final Pattern ONE_OR_SEVERAL = Pattern.compile("\\d{1,3}(,\\d{3})+");

        /** Of numbers with nothing but commas between: each of them, and what may as well be one number, which is none that can be understood. */
        private static Stream<String> each(String step) {
            return ONE_OR_SEVERAL.matcher(step).matches() ? Stream.of("") : Stream.of(step.split(","));
        }

        static Form of(Optional<CheckIns.Kept> kept) {
            return kept.map(one -> new Form(
                            one.ladder().steps().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                            one.ladder().afterLast().name(),
                            one.ladder().expiresAfter().map(String::valueOf).orElse(""),
                            Integer.toString(one.edition())))
                    .orElseGet(() -> new Form("", CheckInLadder.AfterLast.STAY.name(), "", "0"));
        }

        CheckInLadder ladder() {
            return new CheckInLadder(
                    APART.splitAsStream(WideText.narrow(steps))
                            .filter(step -> !step.isEmpty())
                            .flatMap(Form::each)
                            .map(Typed::number)
                            .toList(),
                    CheckInLadder.AfterLast.valueOf(afterLast),
                    Optional.of(expiresAfter.strip())
                            .filter(text -> !text.isEmpty())
                            .map(Typed::small));
        }
    }

    @GetMapping("/points/check-ins")
    String show(Model model) {
        return show(Form.of(checkIns.kept()), model);
    }

    @PostMapping("/points/check-ins")
    String change(
            @RequestParam(defaultValue = "") String steps,
            @RequestParam(defaultValue = "STAY") CheckInLadder.AfterLast afterLast,
            @RequestParam(defaultValue = "") String expiresAfter,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Form typed = new Form(steps, afterLast.name(), expiresAfter, edition);
        try {
            checkIns.change(Typed.small(edition), typed.ladder());
        } catch (SettingsChangedMeanwhile meanwhile) {
            Form now = Form.of(checkIns.kept());
            Form kept = touched.over(now, typed);
            model.addAttribute("meanwhile", said.of(meanwhile, locale));
            model.addAttribute(
                    "beside",
                    new SideBySide(messages, locale)
                            .text("points.check-ins.steps", now.steps(), kept.steps())
                            .choice("points.check-ins.afterLast", now.afterLast(), kept.afterLast())
                            .text("points.check-ins.expiresAfter", now.expiresAfter(), kept.expiresAfter())
                            .fields());
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(kept, model);
        } catch (Refusal refusal) {
            model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
            model.addAttribute("wrong", said.of(refusal, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(typed, model);
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
