package io.wellspring.membership;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagersAndMembershipTokens;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserMerging;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what users claim of the benefits of their tiers, and takes it back. Whoever writes holds the user, so that no quota is exceeded by
 * two at once. Every write has a key: asked for again, it is what was written the first time. Nothing is deleted: a claim is undone by
 * another entry, and then counts nowhere. A user who was merged into another claims as the one who stands for them.
 */
@Service
@Transactional
@RequiredArgsConstructor
@ForOperatorsAndMembershipTokens
public class BenefitDesk {

    private static final int LONGEST_KEY = 200;

    private final BenefitBatch batch;
    private final UserMerging merging;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** What a user's tier grants on a business day, with what of each quota is left; retired benefits are left out. */
    @Transactional(readOnly = true)
    public List<UserBenefit> benefitsOf(UserId user, LocalDate day) {
        return batch.benefitsOf(user, day, Optional.empty()).stream()
                .filter(one -> !one.benefit().retired())
                .toList();
    }

    /**
     * Records a claim, on the business day of {@code when}, by the tier held then.
     *
     * @return the claim; the first one, if it was recorded under the key before
     * @throws UnknownUser if there is no such user
     * @throws UnknownBenefit if there is no such benefit
     * @throws BenefitNotGranted if the user's tier does not grant it
     * @throws BenefitNotActive if it cannot be claimed that day
     * @throws QuotaUsedUp if the user claimed it as often as one may
     * @throws ClaimKeyTaken if the key stands for something else
     * @throws ClaimKeyUnreadable if it is no key
     */
    public Claim claim(UserId asked, long benefit, String sent, Instant when) {
        String key = key(sent);
        UserId user = hold(asked);
        Optional<BenefitBatch.Entry> before = batch.under(key);
        if (before.isPresent()) {
            return before.filter(
                            entry -> entry.user().equals(user) && entry.undoes().isEmpty())
                    .map(entry -> claim(entry.claim()))
                    .filter(claim -> claim.benefit() == benefit)
                    .orElseThrow(ClaimKeyTaken::new);
        }
        LocalDate day = clock.dateOf(when);
        UserBenefit granted = granted(user, benefit, day);
        BenefitTerms terms = granted.benefit().terms();
        BenefitBatch.Writing writing =
                new BenefitBatch.Writing(key, day, when, who(), Optional.empty(), Optional.empty());
        if (!batch.insert(
                user, benefit, granted.tierId(), terms.cost(), terms.points().map(ClaimPoints::number), writing)) {
            throw new ClaimKeyTaken();
        }
        Claim claim = batch.under(key).map(entry -> claim(entry.claim())).orElseThrow(ClaimKeyTaken::new);
        events.publishEvent(new BenefitClaimed(user, claim.id(), terms.names(), terms.points(), day));
        record("claimed", claim, Map.of());
        return claim;
    }

    /**
     * Undoes a claim: its quota is free again, its cost counts no longer, and the points it brought are taken back.
     *
     * @return the claim, undone
     * @throws UnknownClaim if there is none
     * @throws ClaimUndoneAlready if it was undone under another key
     * @throws GivenWithoutReason if nobody says why
     * @throws ClaimKeyTaken if the key stands for something else
     * @throws ClaimKeyUnreadable if it is no key
     */
    @ForManagersAndMembershipTokens
    public Claim undo(long number, String sent, String reason, Instant when) {
        String key = key(sent);
        String why = GivenByHand.reason(reason);
        UserId user = hold(claim(number).user());
        Optional<BenefitBatch.Entry> before = batch.under(key);
        if (before.isPresent()) {
            return before.flatMap(BenefitBatch.Entry::undoes)
                    .filter(undone -> undone == number)
                    .map(this::claim)
                    .orElseThrow(ClaimKeyTaken::new);
        }
        Claim claim = claim(number);
        if (claim.undoing().isPresent()) {
            throw new ClaimUndoneAlready();
        }
        LocalDate day = clock.dateOf(when);
        BenefitBatch.Writing writing =
                new BenefitBatch.Writing(key, day, when, who(), Optional.of(number), Optional.of(why));
        if (!batch.insert(user, claim.benefit(), claim.tierId(), claim.cost(), claim.points(), writing)) {
            throw new ClaimKeyTaken();
        }
        events.publishEvent(new BenefitClaimUndone(user, number, claim.points(), why, day));
        record("claim-undone", claim, Map.of("reason", why));
        return claim(number);
    }

    /**
     * The number of the claim that was recorded under a key.
     *
     * @throws UnknownClaim if none was
     */
    @Transactional(readOnly = true)
    public long claimUnder(String sent) {
        return batch.under(key(sent))
                .filter(entry -> entry.undoes().isEmpty())
                .map(BenefitBatch.Entry::claim)
                .orElseThrow(UnknownClaim::new);
    }

    /**
     * Writes something of a user under a key, and tells whether it was written before: who waited for another to write it is told so too.
     *
     * @throws UnknownUser if there is no such user
     * @throws ClaimKeyUnreadable if it is no key
     */
    public Answered<Claim> once(UserId user, String sent, Supplier<Claim> writing) {
        String key = key(sent);
        hold(user);
        boolean again = batch.under(key).isPresent();
        return new Answered<>(writing.get(), again);
    }

    /** @throws UnknownClaim if there is none */
    @Transactional(readOnly = true)
    public Claim claim(long claim) {
        return batch.claim(claim).orElseThrow(UnknownClaim::new);
    }

    /** Claims, the latest first. */
    @ForOperators
    @Transactional(readOnly = true)
    public Slice<Claim> claims(ClaimFilter filter, int page, int size) {
        return batch.claims(filter, page, size);
    }

    private UserBenefit granted(UserId user, long benefit, LocalDate day) {
        Benefit known = batch.benefits(Optional.of(benefit)).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownBenefit(benefit));
        String name = known.terms().nameEn();
        UserBenefit granted = batch.benefitsOf(user, day, Optional.of(benefit)).stream()
                .findFirst()
                .orElseThrow(() -> new BenefitNotGranted(name));
        if (!granted.active()) {
            throw new BenefitNotActive(name);
        }
        granted.left().filter(left -> left == 0).ifPresent(none -> {
            throw new QuotaUsedUp(
                    name, granted.benefit().terms().quota().orElseThrow().times());
        });
        return granted;
    }

    /** Holds a user, or who stands for them by now, until the transaction ends. */
    private UserId hold(UserId asked) {
        UserId user = asked;
        while (!batch.hold(user)) {
            user = merging.survivorOf(user).orElseThrow(() -> new UnknownUser(asked));
        }
        return user;
    }

    private String who() {
        return staff.name().orElse("system");
    }

    private void record(String verb, Claim claim, Map<String, ?> more) {
        trail.record(new ClaimAction(verb, claim, more));
    }

    private static String key(String sent) {
        if (sent.isBlank() || sent.length() > LONGEST_KEY || sent.chars().anyMatch(Character::isISOControl)) {
            throw new ClaimKeyUnreadable(LONGEST_KEY);
        }
        return sent.strip();
    }

    private record ClaimAction(String verb, Claim claim, Map<String, ?> more) implements Audited {

        @Override
        public String action() {
            return "benefits." + verb;
        }

        @Override
        public String subject() {
            return "user " + claim.user();
        }

        @Override
        public Map<String, ?> after() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("benefit", claim.nameEn());
            facts.put("cost", claim.cost());
            claim.points().ifPresent(points -> facts.put("points", points));
            facts.putAll(more);
            return facts;
        }
    }
}
