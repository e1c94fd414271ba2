package io.wellspring.membership.web;

import io.wellspring.membership.BenefitDesk;
import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.FormSentAlready;
import io.wellspring.membership.GivenByHand;
import io.wellspring.membership.GivenTier;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierForecast;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.TierTerm;
import io.wellspring.membership.Tiering;
import io.wellspring.membership.UserStanding;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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

/** The tier of one user: a page of its own, and a part of the user's page; and the forms by which managers give by hand. */
@Controller
@RequiredArgsConstructor
class UserTierController {

    private static final String TIER = "/users/{id:[1-9]\\d{0,17}}/tier";
    private static final int TERMS_SHOWN = 200;
    private static final int TERMS_BESIDE = 3;
    private static final int GROWTH_SHOWN = 200;

    private final TierReading reading;
    private final TierForecast forecast;
    private final TierProgram program;
    private final Tiering tiering;
    private final GivenByHand given;
    private final PaidReading paid;
    private final UserDirectory users;
    private final UserMerging merging;
    private final BenefitDesk benefits;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Format format;

    /** What was typed into a form. */
    record Form(String key, String tier, String lastDay, String amount, String reason) {}

    @GetMapping(TIER)
    String tier(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale locale,
            Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/tier";
        }
        show(user, locale, model);
        model.addAttribute("terms", reading.terms(user, part ? TERMS_BESIDE : TERMS_SHOWN));
        model.addAttribute("gifts", part ? List.of() : gifts(user, locale));
        model.addAttribute("growth", part ? List.of() : reading.growth(user, GROWTH_SHOWN));
        model.addAttribute("growthShown", GROWTH_SHOWN);
        model.addAttribute(
                "paid",
                PaidLine.of(paid.terms(user), clock.today(), tiering.current().map(CurrentTiers::asOf)));
        model.addAttribute("benefits", benefits.benefitsOf(user, clock.today()));
        model.addAttribute("claimForm", UUID.randomUUID());
        model.addAttribute("outlook", forecast.of(user).orElse(null));
        return part ? "membership/user :: tier" : "membership/user";
    }

    @GetMapping(TIER + "/gift")
    String gift(@PathVariable long id, Locale locale, Model model) {
        return gift(new UserId(id), new Form("", "", "", "", ""), locale, model);
    }

    @PostMapping(TIER + "/gift")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        Form typed = new Form("", tier, lastDay, "", reason);
        Optional<LocalDate> day = day(lastDay);
        if (day.isEmpty()) {
            refuse("lastDay", messages.getMessage("tiers.unreadable-day", null, locale), model, response);
            return gift(user, typed, locale, model);
        }
        try {
            given.tier(user, tier.matches("\\d{1,6}") ? Integer.parseInt(tier) : 0, day.get(), reason);
            flash.addFlashAttribute("done", messages.getMessage("tiers.gift.done", null, locale));
            return "redirect:/users/" + id + "/tier";
        } catch (Refusal.Rejected refusal) {
            refuse(refusal, locale, model, response);
            return gift(user, typed, locale, model);
        }
    }

    @GetMapping(TIER + "/growth")
    String growth(@PathVariable long id, Locale locale, Model model) {
        String key = Long.toString(ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000_000_000L));
        return growth(new UserId(id), new Form(key, "", "", "", ""), locale, model);
    }

    @PostMapping(TIER + "/growth")
    String adjust(
            @PathVariable long id,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        String number = TypedNumber.bare(amount).orElse("");
        try {
            given.growth(
                    user,
                    key.matches("\\d{1,18}") ? Long.parseLong(key) : 0,
                    number.matches("[+-]?\\d{1,12}") ? Long.parseLong(number) : 0,
                    reason);
            flash.addFlashAttribute("done", messages.getMessage("tiers.growth.done", null, locale));
            return "redirect:/users/" + id + "/tier";
        } catch (FormSentAlready sent) {
            model.addAttribute("field", "amount");
            model.addAttribute("wrong", messages.getMessage(sent.messageCode(), sent.facts(), locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return growth(user, new Form(key, "", "", amount, reason), locale, model);
        } catch (Refusal.Rejected refusal) {
            refuse(refusal, locale, model, response);
            return growth(user, new Form(key, "", "", amount, reason), locale, model);
        }
    }

    private List<GiftLine> gifts(UserId user, Locale locale) {
        LocalDate asOf = tiering.current().map(CurrentTiers::asOf).orElseGet(clock::today);
        return reading.gifts(user, TERMS_SHOWN).stream()
                .map(given -> new GiftLine(given, end(given, asOf, locale)))
                .toList();
    }

    private String end(GivenTier given, LocalDate asOf, Locale locale) {
        if (given.replacedOn().isPresent()) {
            return text(
                    "tiers.gifts.replaced",
                    locale,
                    format.date(given.replacedOn().get()));
        }
        if (given.ended().isPresent()) {
            TierTerm.Ended ended = given.ended().get();
            return text("tiers.user.ended", locale, format.date(ended.day()), ended.reason(), ended.by());
        }
        return text(given.lastDay().isBefore(asOf) ? "tiers.gifts.over" : "tiers.gifts.lasts", locale);
    }

    private String text(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, facts, locale);
    }

    private String gift(UserId user, Form typed, Locale locale, Model model) {
        UserStanding standing = reading.standing(user).orElseThrow(() -> new UnknownUser(user));
        List<Tier> above = program.versions().stream()
                .filter(version -> version.version() == standing.version())
                .flatMap(version -> version.terms().tiers().stream())
                .filter(tier -> tier.rank() > standing.tier().rank())
                .toList();
        show(user, locale, model);
        model.addAttribute("typed", typed);
        model.addAttribute("above", above);
        return "membership/gift";
    }

    private String growth(UserId user, Form typed, Locale locale, Model model) {
        show(user, locale, model);
        model.addAttribute("typed", typed);
        return "membership/growth";
    }

    private void show(UserId user, Locale locale, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("standing", reading.standing(user).orElse(null));
        model.addAttribute("current", tiering.current().orElse(null));
        model.addAttribute("locale", locale);
    }

    private void refuse(Refusal refusal, Locale locale, Model model, HttpServletResponse response) {
        refuse(
                refusal.field().orElse(""),
                messages.getMessage(refusal.messageCode(), refusal.facts(), locale),
                model,
                response);
    }

    private static void refuse(String field, String wrong, Model model, HttpServletResponse response) {
        model.addAttribute("field", field);
        model.addAttribute("wrong", wrong);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
