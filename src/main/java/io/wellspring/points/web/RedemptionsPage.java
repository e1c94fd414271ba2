package io.wellspring.points.web;

import io.wellspring.points.Balance;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Redemption;
import io.wellspring.points.RedemptionFilter;
import io.wellspring.points.Reward;
import io.wellspring.points.RewardCatalogue;
import io.wellspring.points.RewardDesk;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Who redeemed what: all of it, what becomes of it, and the form by which staff redeem for a user. */
@Controller
@RequiredArgsConstructor
class RedemptionsPage {

    private static final String REDEMPTION = "/rewards/redemptions/{redemption:[1-9]\\d{0,17}}";
    private static final String OF_USER = "/users/{id:[1-9]\\d{0,17}}/points/redemptions";
    private static final int PAGE_SIZE = 50;

    private final RewardDesk desk;
    private final RewardCatalogue catalogue;
    private final TierChoices tiers;
    private final PointsLedger ledger;
    private final UserDirectory users;
    private final BusinessClock clock;
    private final MessageSource messages;

    /**
     * A reward a user may be able to redeem.
     *
     * @param shortOf how many points are missing
     * @param closed whether it is for users of a higher tier
     * @param full whether the user had as many as one may
     */
    record Choice(Reward reward, long shortOf, boolean closed, boolean full) {

        public boolean open() {
            return shortOf == 0 && !closed && !full;
        }
    }

    @GetMapping("/rewards/redemptions")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) Optional<Long> reward,
            @RequestParam(required = false) Optional<Long> user,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<Redemption.State> wanted = Arrays.stream(Redemption.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        Slice<Redemption> found = desk.redemptions(
                new RedemptionFilter(user.filter(id -> id > 0).map(UserId::new), wanted, reward), page, PAGE_SIZE);
        model.addAttribute("found", found);
        model.addAttribute(
                "cards",
                users.cards(
                        found.rows().stream().map(Redemption::user).distinct().toList()));
        model.addAttribute("states", Redemption.State.values());
        model.addAttribute("state", wanted.map(Enum::name).orElse(""));
        model.addAttribute("rewards", catalogue.rewards());
        model.addAttribute("reward", reward.orElse(null));
        model.addAttribute("user", user.orElse(null));
        model.addAttribute("address", address(wanted, reward, user));
        return "points/redemptions";
    }

    @PostMapping(REDEMPTION + "/fulfilment")
    String fulfil(@PathVariable long redemption, RedirectAttributes flash, Locale locale) {
        desk.fulfil(redemption);
        return done("rewards.redemption.fulfilled", "/rewards/redemptions", flash, locale);
    }

    @PostMapping(REDEMPTION + "/cancellation")
    String cancel(@PathVariable long redemption, RedirectAttributes flash, Locale locale) {
        desk.cancel(redemption);
        return done("rewards.redemption.cancelled", "/rewards/redemptions", flash, locale);
    }

    @GetMapping(OF_USER + "/new")
    String form(@PathVariable long id, Model model) {
        return form(new UserId(id), model);
    }

    @PostMapping(OF_USER)
    String redeem(
            @PathVariable long id,
            @RequestParam String form,
            @RequestParam(required = false) Optional<Long> reward,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        if (reward.isEmpty()) {
            return refused(new UserId(id), messages.getMessage("rewards.choose", null, locale), model, response);
        }
        try {
            Redemption redemption = desk.redeem(new UserId(id), reward.get(), key(form));
            String code = redemption.code().orElse("");
            return done(
                    code.isEmpty() ? "rewards.redemption.done" : "rewards.redemption.done-code",
                    "/users/" + redemption.user() + "/points",
                    flash,
                    locale,
                    redemption.reward(),
                    code);
        } catch (Refusal refusal) {
            if (refusal instanceof Refusal.NotFound) {
                throw refusal;
            }
            String why = messages.getMessage(refusal.messageCode(), refusal.facts(), locale);
            return refused(new UserId(id), why, model, response);
        }
    }

    private String refused(UserId user, String why, Model model, HttpServletResponse response) {
        model.addAttribute("wrong", why);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(user, model);
    }

    private String form(UserId user, Model model) {
        Balance balance = ledger.balance(user, clock.today());
        Set<Long> closed = desk.closedTo(user);
        Set<Long> full = desk.fullFor(user);
        List<Reward> rewards = catalogue.rewards().stream()
                .filter(reward -> reward.offeredOn(clock.today())
                        && reward.terms().supply().some())
                .toList();
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("balance", balance);
        List<Choice> choices = rewards.stream()
                .map(reward -> new Choice(
                        reward,
                        Math.max(0, reward.terms().price() - balance.total().value()),
                        closed.contains(reward.id()),
                        full.contains(reward.id())))
                .sorted(Comparator.comparing(choice -> !choice.open()))
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("reachable", choices.stream().anyMatch(Choice::open));
        model.addAttribute("tierNames", tiers.names(LocaleContextHolder.getLocale()));
        model.addAttribute("form", UUID.randomUUID());
        return "points/redeem";
    }

    private String done(String message, String address, RedirectAttributes flash, Locale locale, Object... facts) {
        flash.addFlashAttribute("done", messages.getMessage(message, facts, locale));
        return "redirect:" + address;
    }

    private static String address(Optional<Redemption.State> state, Optional<Long> reward, Optional<Long> user) {
        return UriComponentsBuilder.fromPath("/rewards/redemptions")
                .queryParamIfPresent("state", state)
                .queryParamIfPresent("reward", reward)
                .queryParamIfPresent("user", user)
                .toUriString();
    }

    private static String key(String form) {
        try {
            return "form:" + UUID.fromString(form);
        } catch (IllegalArgumentException e) {
            return "form:" + UUID.randomUUID();
        }
    }
}
