package io.wellspring.membership.web;

import io.wellspring.membership.BenefitDesk;
import io.wellspring.membership.BenefitKind;
import io.wellspring.membership.Claim;
import io.wellspring.membership.ClaimPoints;
import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.Quota;
import io.wellspring.membership.QuotaPeriod;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.Tiering;
import io.wellspring.membership.UserBenefit;
import io.wellspring.membership.UserStanding;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Problem;
import io.wellspring.staff.CurrentStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Tells other systems which tier users hold and what it grants them, and records what they claim of it. */
@RestController
@RequestMapping("/api/v1/membership")
@RequiredArgsConstructor
class MembershipApi {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private final BenefitDesk desk;
    private final TierReading reading;
    private final Tiering tiering;
    private final ApiUser users;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final MessageSource messages;

    /** @param number which tier it is, through all versions of the programme */
    record TierOf(int number, int rank, String nameEn, String nameZh) {}

    /** @param tier null before the first evaluation */
    record TierAnswer(
            long userId,
            @Nullable LocalDate asOf,
            @Nullable TierOf tier,
            @Nullable LocalDate since,
            @Nullable LocalDate dueOn,
            long growthValue,
            @Nullable TierOf next,
            @Nullable Long missing) {}

    record BenefitsAnswer(long userId, LocalDate day, List<BenefitAnswer> benefits) {}

    /** @param left how often it can still be claimed in the period; null is without limit */
    record BenefitAnswer(
            long id,
            BenefitKind kind,
            String nameEn,
            String nameZh,
            String description,
            @Nullable Long points,
            @Nullable Integer quota,
            @Nullable QuotaPeriod period,
            long used,
            @Nullable Long left,
            boolean claimable) {}

    record ClaimAnswer(
            long claim,
            long userId,
            long benefit,
            LocalDate day,
            @Nullable Long points,
            boolean undone) {}

    /** Without phone and e-mail, which belong into no address. */
    @GetMapping("/tier")
    TierAnswer tier(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId) {
        UserId user = users.known(MembershipRequest.about(userId, externalId));
        LocalDate asOf = tiering.current().map(CurrentTiers::asOf).orElse(null);
        Optional<UserStanding> standing = reading.standing(user);
        return new TierAnswer(
                user.value(),
                asOf,
                standing.map(UserStanding::tier).map(MembershipApi::answer).orElse(null),
                standing.map(UserStanding::since).orElse(null),
                standing.flatMap(UserStanding::dueOn).orElse(null),
                standing.map(UserStanding::growth).orElse(0L),
                standing.flatMap(UserStanding::next).map(MembershipApi::answer).orElse(null),
                standing.flatMap(UserStanding::missing).orElse(null));
    }

    /** Without phone and e-mail, which belong into no address. */
    @GetMapping("/benefits")
    BenefitsAnswer benefits(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId) {
        UserId user = users.known(MembershipRequest.about(userId, externalId));
        LocalDate today = clock.today();
        return new BenefitsAnswer(
                user.value(),
                today,
                desk.benefitsOf(user, today).stream().map(MembershipApi::answer).toList());
    }

    @PostMapping("/benefits/{benefit}/claims")
    ResponseEntity<ClaimAnswer> claim(
            @PathVariable long benefit, @RequestHeader(name = KEY) String sent, @RequestBody MembershipRequest asked) {
        String key = key(sent);
        UserId user = users.named(asked.claiming());
        return answer(desk.once(user, key, () -> desk.claim(user, benefit, key, clock.now())));
    }

    @PostMapping("/claims/reversals")
    ResponseEntity<ClaimAnswer> undo(@RequestHeader(name = KEY) String sent, @RequestBody MembershipRequest asked) {
        String key = key(sent);
        long claim = desk.claimUnder(key(asked.undoing().originalKey()));
        UserId user = desk.claim(claim).user();
        return answer(desk.once(user, key, () -> desk.undo(claim, key, asked.why(), clock.now())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, Locale locale) {
        return Problem.of(refusal, messages.getMessage(refusal.messageCode(), refusal.facts(), locale))
                .response();
    }

    /** Each token has keys of its own. */
    private String key(String sent) {
        return "api:" + staff.token().orElseThrow().tokenId() + ":" + sent.strip();
    }

    private static ResponseEntity<ClaimAnswer> answer(Answered<Claim> answered) {
        Claim claim = answered.answer();
        ClaimAnswer body = new ClaimAnswer(
                claim.id(),
                claim.user().value(),
                claim.benefit(),
                claim.day(),
                claim.points().orElse(null),
                claim.undoing().isPresent());
        return answered.again() ? ResponseEntity.ok().header(REPLAYED, "true").body(body) : ResponseEntity.ok(body);
    }

    private static TierOf answer(Tier tier) {
        return new TierOf(tier.number(), tier.rank(), tier.nameEn(), tier.nameZh());
    }

    private static BenefitAnswer answer(UserBenefit one) {
        Optional<Quota> quota = one.benefit().terms().quota();
        return new BenefitAnswer(
                one.benefit().id(),
                one.benefit().terms().kind(),
                one.benefit().terms().nameEn(),
                one.benefit().terms().nameZh(),
                one.benefit().terms().description(),
                one.benefit().terms().points().map(ClaimPoints::number).orElse(null),
                quota.map(Quota::times).orElse(null),
                quota.map(Quota::period).orElse(null),
                one.used(),
                one.left().orElse(null),
                one.claimable());
    }
}
