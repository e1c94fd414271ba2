package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.membership.TierProgram;
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
    private final TierProgram programme;
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

    /**
     * Offers a new reward.
     *
     * @throws RewardNameTaken if another has the name
     * @throws RewardTierUnknown if it is for a tier that the newest programme does not have
     */
    public long create(RewardTerms terms) {
        terms.leastTier().ifPresent(this::requireKnown);
        long reward = batch.insert(terms, clock.now()).orElseThrow(() -> new RewardNameTaken(terms.name()));
        trail.record(new RewardAction("reward-saved", reward, Map.of(), facts(terms)));
        return reward;
    }

    /**
     * Changes a reward. What was redeemed keeps its price. A stock is changed by as much as it differs from what was seen, for users redeem
     * it all the time.
     *
     * @param seen what whoever changes it saw of it
     * @throws UnknownReward if there is none
     * @throws RewardChangedMeanwhile if somebody else has changed it since
     * @throws StockGone if more is taken off the stock than is left by now
     * @throws RewardNameTaken if another has the name
     * @throws SupplyFixed if it handed out codes and shall no longer, or the other way round
     */
    public void change(long reward, Reward.Seen seen, RewardTerms asked) {
        Reward held = held(reward);
        RewardTerms before = held.terms();
        if (held.edition() != seen.edition()) {
            throw new RewardChangedMeanwhile(before.name());
        }
        if (before.supply() instanceof Supply.Codes != asked.supply() instanceof Supply.Codes) {
            throw new SupplyFixed();
        }
        RewardTerms terms = asked.with(held.supplied(asked.supply(), seen));
        if (facts(before).equals(facts(terms))) {
            return;
        }
        terms.leastTier()
                .filter(tier -> before.leastTier().filter(tier::equals).isEmpty())
                .ifPresent(this::requireKnown);
        if (!batch.update(reward, seen.edition(), terms)) {
            throw new RewardNameTaken(terms.name());
        }
        trail.record(new RewardAction("reward-saved", reward, facts(before), facts(terms)));
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
     * @throws CodesUnreadable if it is no text
     * @throws SupplyFixed if the reward hands out none
     */
    public CodesAdded addCodes(long reward, String lines) {
        Reward before = held(reward);
        if (!(before.terms().supply() instanceof Supply.Codes)) {
            throw new SupplyFixed();
        }
        if (lines.chars().anyMatch(RewardCatalogue::isNoText)) {
            throw new CodesUnreadable();
        }
        List<String> given =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Set<String> codes = new LinkedHashSet<>(
                given.stream().filter(code -> code.length() <= LONGEST_CODE).toList());
        long rejected =
                given.stream().filter(code -> code.length() > LONGEST_CODE).count();
        long added = batch.addCodes(reward, codes);
        if (added > 0) {
            trail.record(new RewardAction(
                    "codes-added",
                    reward,
                    Map.of(),
                    Map.of("name", before.terms().name(), "codes", added)));
        }
        return new CodesAdded(added, given.size() - added - rejected, rejected);
    }

    private void requireKnown(int tier) {
        boolean known = programme.versions().stream()
                .filter(version -> !version.isDraft())
                .findFirst()
                .filter(version ->
                        version.terms().tiers().stream().anyMatch(one -> one.number() == tier && !one.isBase()))
                .isPresent();
        if (!known) {
            throw new RewardTierUnknown(tier);
        }
    }

    /** Of the characters that steer a machine, texts have tabs and ends of lines; what is no UTF-8 was read as U+FFFD. */
    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0 || character == 0xFFFD;
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
                        switch (terms.supply()) {
                            case Supply.Codes codes -> "codes";
                            case Supply.Unlimited unlimited -> "unlimited";
                            case Supply.Stock stock -> Long.toString(stock.left());
                        },
                "per-user", terms.perUser().map(String::valueOf).orElse(""),
                "least-tier", terms.leastTier().map(String::valueOf).orElse(""),
                "offered-from", terms.validFrom().toString(),
                "offered-until", terms.validUntil().map(String::valueOf).orElse(""));
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
