package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives rewards for points. The account is held first, then the reward, so that neither points nor stock nor codes go below nothing, however
 * many come at once.
 */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional
public class RewardDesk {

    private static final String SOURCE = "reward";

    private final PointsLedger ledger;
    private final RewardBatch batch;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /**
     * Redeems one of a reward today. Asked again under the same key, it is the same.
     *
     * @throws UnknownReward if there is none
     * @throws RewardNotOffered if it is not on offer today
     * @throws RewardTierNotHeld if it is for users of a higher tier
     * @throws OutOfStock if nothing is left
     * @throws RewardLimitReached if the user had as many as one may
     * @throws InsufficientPoints if the user has too few
     * @throws KeyTaken if the key stands for something else
     */
    @ForOperatorsAndPointsTokens
    public Redemption redeem(UserId asked, long rewardId, String sent) {
        BusinessKey key = key(sent);
        UserId user = ledger.hold(asked);
        Optional<Redemption> before = batch.redemption(key);
        if (before.isPresent()) {
            return before.filter(same -> same.user().equals(user) && same.rewardId() == rewardId)
                    .orElseThrow(() -> new KeyTaken(key));
        }
        Reward reward = held(rewardId);
        LocalDate today = clock.today();
        RewardTerms terms = reward.terms();
        check(reward, user, today);
        Optional<String> code = take(reward, key);
        ledger.spend(new Spending(user, new Points(terms.price()), key, today, new Cause(SOURCE, terms.name())));
        batch.insert(user, reward, key, code, clock.now(), staff.name().orElse("system"));
        Redemption redemption = batch.redemption(key).orElseThrow(() -> new KeyTaken(key));
        record("redeemed", redemption);
        return redemption;
    }

    /** The numbers of the rewards that are for users of a higher tier than this one holds. */
    @Transactional(readOnly = true)
    public Set<Long> closedTo(UserId user) {
        return batch.closedTo(user);
    }

    /** The numbers of the rewards of which a user had as many as one may. */
    @Transactional(readOnly = true)
    public Set<Long> fullFor(UserId user) {
        return batch.fullFor(user);
    }

    /** Whether something was redeemed under a key. */
    @ForOperatorsAndPointsTokens
    @Transactional(readOnly = true)
    public boolean stands(String sent) {
        return batch.redemption(key(sent)).isPresent();
    }

    /**
     * The user has it.
     *
     * @throws UnknownRedemption if there is none
     * @throws RedemptionDecided if it is fulfilled or cancelled already
     */
    public void fulfil(long redemption) {
        decide(find(redemption), Redemption.State.FULFILLED, "redemption-fulfilled");
    }

    /**
     * The user will not get it: the points return to their lots, and one to the stock.
     *
     * @throws UnknownRedemption if there is none
     * @throws RedemptionDecided if it is fulfilled or cancelled already
     */
    public void cancel(long redemption) {
        Redemption before = find(redemption);
        ledger.hold(before.user());
        batch.lock(before.rewardId());
        decide(before, Redemption.State.CANCELLED, "redemption-cancelled");
        batch.changeStock(before.rewardId(), 1);
        ledger.reverseSpend(new Reversal(
                before.key(),
                Optional.empty(),
                new BusinessKey("redemption-cancelled:" + redemption),
                clock.today(),
                new Cause(SOURCE, before.reward())));
    }

    /** Redemptions, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Redemption> redemptions(RedemptionFilter filter, int page, int size) {
        return batch.redemptions(filter, page, size);
    }

    private void check(Reward reward, UserId user, LocalDate today) {
        String name = reward.terms().name();
        if (!reward.offeredOn(today)) {
            throw new RewardNotOffered(name);
        }
        if (batch.closedTo(user).contains(reward.id())) {
            throw new RewardTierNotHeld(name);
        }
        reward.terms()
                .perUser()
                .filter(limit -> batch.redeemed(user, reward.id()) >= limit)
                .ifPresent(limit -> {
                    throw new RewardLimitReached(name, limit);
                });
    }

    private Optional<String> take(Reward reward, BusinessKey key) {
        String name = reward.terms().name();
        return switch (reward.terms().supply()) {
            case Supply.Unlimited unlimited -> Optional.empty();
            case Supply.Stock stock -> {
                if (!batch.changeStock(reward.id(), -1)) {
                    throw new OutOfStock(name);
                }
                yield Optional.empty();
            }
            case Supply.Codes codes ->
                Optional.of(batch.takeCode(reward.id(), key).orElseThrow(() -> new OutOfStock(name)));
        };
    }

    private void decide(Redemption redemption, Redemption.State state, String verb) {
        if (!batch.decide(redemption.id(), state, clock.now(), staff.name().orElse("system"))) {
            throw new RedemptionDecided(redemption.id());
        }
        record(verb, redemption);
    }

    private Redemption find(long redemption) {
        return batch.redemption(redemption).orElseThrow(() -> new UnknownRedemption(redemption));
    }

    private Reward held(long reward) {
        if (!batch.lock(reward)) {
            throw new UnknownReward(reward);
        }
        return batch.rewards(Optional.of(reward)).getFirst();
    }

    /** Apart from the keys of other spendings, so that none is reversed but by cancelling it. */
    private static BusinessKey key(String sent) {
        return new BusinessKey("reward:" + sent);
    }

    private void record(String verb, Redemption redemption) {
        trail.record(new RedemptionAction(verb, redemption));
    }

    private record RedemptionAction(String verb, Redemption redemption) implements Audited {

        @Override
        public String action() {
            return "points." + verb;
        }

        @Override
        public String subject() {
            return "user " + redemption.user();
        }

        @Override
        public Map<String, ?> after() {
            return Map.of(
                    "reward", redemption.reward(), "points", redemption.price().value());
        }
    }
}
