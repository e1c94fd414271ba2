package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What points buy: managers say what there is and what it costs. */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class RewardCatalogue {

    private static final int LONGEST_CODE = 100;

    private final RewardBatch batch;
    private final AuditTrail trail;
    private final BusinessClock clock;

    /**
     * What became of codes.
     *
     * @param known those that were there already, or came twice
     * @param rejected those that are too long
     */
    public record CodesAdded(long added, long known, long rejected) {}

    /** All rewards, those on offer first, the cheapest first. */
    @ForOperatorsAndPointsTokens
    @Transactional(readOnly = true)
    public List<Reward> rewards() {
        return batch.rewards(Optional.empty());
    }

    /** @throws UnknownReward if there is none */
    @ForOperators
    @Transactional(readOnly = true)
    public Reward reward(long reward) {
        return batch.rewards(Optional.of(reward)).stream().findFirst().orElseThrow(() -> new UnknownReward(reward));
    }

    @ForOperators
    @Transactional(readOnly = true)
    public Optional<RewardPicture> picture(long reward) {
        return batch.picture(reward);
    }

    /** @throws RewardNameTaken if another has the name */
    public long create(RewardTerms terms) {
        long reward = batch.insert(terms, clock.now()).orElseThrow(() -> new RewardNameTaken(terms.name()));
        trail.record(new RewardAction("reward-saved", reward, Map.of(), facts(terms)));
        return reward;
    }

    /**
     * Changes a reward. What was redeemed keeps its price.
     *
     * @throws UnknownReward if there is none
     * @throws RewardNameTaken if another has the name
     * @throws SupplyFixed if it handed out codes and shall no longer, or the other way round
     */
    public void change(long reward, RewardTerms terms) {
        RewardTerms before = held(reward).terms();
        if (before.supply() instanceof Supply.Codes != terms.supply() instanceof Supply.Codes) {
            throw new SupplyFixed();
        }
        if (!batch.update(reward, terms)) {
            throw new RewardNameTaken(terms.name());
        }
        if (!facts(before).equals(facts(terms))) {
            trail.record(new RewardAction("reward-saved", reward, facts(before), facts(terms)));
        }
    }

    /** Takes a reward off, or offers it again. */
    public void withdraw(long reward, boolean withdrawn) {
        Reward before = held(reward);
        if (batch.withdraw(reward, withdrawn)) {
            trail.record(new RewardAction(
                    withdrawn ? "reward-withdrawn" : "reward-offered",
                    reward,
                    Map.of(),
                    Map.of("name", before.terms().name())));
        }
    }

    /** @throws PictureUnfit if it is none that browsers show, or too large */
    public void show(long reward, byte[] content) {
        RewardPicture picture = RewardPicture.of(content);
        Reward before = held(reward);
        batch.savePicture(reward, picture);
        trail.record(new RewardAction(
                "reward-pictured",
                reward,
                Map.of(),
                Map.of("name", before.terms().name(), "bytes", content.length)));
    }

    /**
     * Adds codes, one in each line.
     *
     * @throws SupplyFixed if the reward hands out none
     */
    public CodesAdded addCodes(long reward, String lines) {
        Reward before = held(reward);
        if (!(before.terms().supply() instanceof Supply.Codes)) {
            throw new SupplyFixed();
        }
        List<String> given =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Set<String> codes = new LinkedHashSet<>(
                given.stream().filter(code -> code.length() <= LONGEST_CODE).toList());
        long rejected =
                given.stream().filter(code -> code.length() > LONGEST_CODE).count();
        long added = batch.addCodes(reward, codes);
        trail.record(new RewardAction(
                "codes-added", reward, Map.of(), Map.of("name", before.terms().name(), "codes", added)));
        return new CodesAdded(added, given.size() - added - rejected, rejected);
    }

    private Reward held(long reward) {
        if (!batch.lock(reward)) {
            throw new UnknownReward(reward);
        }
        return reward(reward);
    }

    private static Map<String, ?> facts(RewardTerms terms) {
        return Map.of(
                "name", terms.name(),
                "description", terms.description(),
                "price", terms.price(),
                "supply",
                        terms.supply() instanceof Supply.Codes
                                ? "codes"
                                : terms.supply().toString(),
                "per-user", terms.perUser().map(String::valueOf).orElse(""),
                "least-tier", terms.leastTier().map(String::valueOf).orElse(""),
                "valid-from", terms.validFrom().toString(),
                "valid-until", terms.validUntil().map(String::valueOf).orElse(""));
    }

    private record RewardAction(String verb, long reward, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String action() {
            return "points." + verb;
        }

        @Override
        public String subject() {
            return "reward " + reward;
        }
    }
}
