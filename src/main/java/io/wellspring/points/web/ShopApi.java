package io.wellspring.points.web;

import io.wellspring.points.CashPayment;
import io.wellspring.points.CashQuote;
import io.wellspring.points.CheckIn;
import io.wellspring.points.CheckIns;
import io.wellspring.points.Points;
import io.wellspring.points.PointsAnswers;
import io.wellspring.points.PointsCash;
import io.wellspring.points.Redemption;
import io.wellspring.points.Reward;
import io.wellspring.points.RewardCatalogue;
import io.wellspring.points.RewardDesk;
import io.wellspring.points.Supply;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a shop asks of points: rewards, check-ins, and paying a part of an order. */
@RestController
@RequestMapping("/api/v1/points")
@RequiredArgsConstructor
class ShopApi {

    /** Minor units of an order; what it comes to in points is still a number of points. */
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");

    private final RewardCatalogue catalogue;
    private final RewardDesk desk;
    private final PointsAnswers answers;
    private final CheckIns checkIns;
    private final PointsCash cash;
    private final ApiCaller caller;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /**
     * @param left how many there are; null is without limit
     * @param leastTier only for users of the tier of this number or above; null is for everybody
     */
    record RewardAnswer(
            long id,
            String name,
            String description,
            long price,
            @Nullable Long left,
            @Nullable Integer perUser,
            @Nullable Integer leastTier,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    record RewardsAnswer(List<RewardAnswer> rewards) {}

    record RedemptionAnswer(
            long redemption,
            long userId,
            long reward,
            long points,
            Redemption.State state,
            @Nullable String code) {}

    record CheckInAnswer(long userId, LocalDate day, int streak, long points) {}

    record QuoteAnswer(long userId, long balance, long points, BigDecimal discount, BigDecimal cap, String currency) {}

    record PaymentAnswer(long userId, long entry, long points, BigDecimal discount, String currency) {}

    /** What is on offer today, with something left. */
    @GetMapping("/rewards")
    RewardsAnswer rewards() {
        LocalDate today = clock.today();
        return new RewardsAnswer(catalogue.rewards().stream()
                .filter(reward ->
                        reward.offeredOn(today) && reward.terms().supply().some())
                .map(ShopApi::answer)
                .toList());
    }

    @PostMapping("/rewards/{reward}/redemptions")
    ResponseEntity<RedemptionAnswer> redeem(
            @PathVariable long reward,
            @RequestHeader(name = ApiCaller.KEY) String sent,
            @RequestBody PointsRequest.OfUser asked) {
        String key = caller.key(sent).text();
        UserId user = caller.user(asked);
        Answered<Redemption> answered =
                answers.about(user, () -> desk.stands(key), () -> desk.redeem(user, reward, key));
        Redemption redemption = answered.answer();
        return ApiCaller.answer(
                new RedemptionAnswer(
                        redemption.id(),
                        redemption.user().value(),
                        redemption.rewardId(),
                        redemption.price().value(),
                        redemption.state(),
                        redemption.code().orElse(null)),
                answered.again());
    }

    /** Needs no key: a user checks in once a business day. */
    @PostMapping("/check-ins")
    ResponseEntity<CheckInAnswer> checkIn(@RequestBody PointsRequest.OfUser asked) {
        CheckIn checkIn = checkIns.checkIn(caller.user(asked));
        return ApiCaller.answer(
                new CheckInAnswer(
                        checkIn.user().value(),
                        checkIn.day(),
                        checkIn.streak(),
                        checkIn.points().value()),
                checkIn.again());
    }

    @GetMapping("/cash")
    QuoteAnswer quote(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable String orderAmount) {
        UserId user = caller.known(PointsRequest.OfUser.about(userId, externalId));
        CashQuote quote = cash.quote(user, money(amount(orderAmount)));
        return new QuoteAnswer(
                user.value(),
                quote.balance().value(),
                quote.points().value(),
                quote.discount().in(properties.currency()),
                quote.cap().in(properties.currency()),
                properties.currency().getCurrencyCode());
    }

    @PostMapping("/cash")
    ResponseEntity<PaymentAnswer> pay(
            @RequestHeader(name = ApiCaller.KEY) String sent, @RequestBody PointsRequest.Pay asked) {
        Optional<Points> points = asked.somePoints();
        CashPayment payment = cash.pay(caller.user(asked), money(asked.paid()), points, caller.key(sent));
        return ApiCaller.answer(
                new PaymentAnswer(
                        payment.posting().user().value(),
                        payment.posting().entryId(),
                        -payment.posting().amount().value(),
                        payment.discount().in(properties.currency()),
                        properties.currency().getCurrencyCode()),
                payment.again());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, Locale locale) {
        return caller.problem(refusal, locale);
    }

    /** As an address says it, with the same digits that a body may use. */
    private static BigDecimal amount(@Nullable String sent) {
        return Optional.ofNullable(sent)
                .filter(text -> PLAIN.matcher(text).matches())
                .map(BigDecimal::new)
                .orElseThrow(() -> new FieldUnclear("orderAmount"));
    }

    private Money money(BigDecimal amount) {
        try {
            Money money = Money.of(amount, properties.currency());
            boolean tooFine = amount.scale() > properties.currency().getDefaultFractionDigits();
            if (tooFine || money.minor() < 1 || money.minor() > MOST_MINOR) {
                throw new FieldUnclear("orderAmount");
            }
            return money;
        } catch (ArithmeticException e) {
            throw new FieldUnclear("orderAmount");
        }
    }

    private static RewardAnswer answer(Reward reward) {
        Long left =
                switch (reward.terms().supply()) {
                    case Supply.Unlimited unlimited -> null;
                    case Supply.Stock stock -> stock.left();
                    case Supply.Codes codes -> codes.left();
                };
        return new RewardAnswer(
                reward.id(),
                reward.terms().name(),
                reward.terms().description(),
                reward.terms().price(),
                left,
                reward.terms().perUser().orElse(null),
                reward.terms().leastTier().orElse(null),
                reward.terms().validFrom(),
                reward.terms().validUntil().orElse(null));
    }
}
