package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.Money;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tier nobody can earn, for whoever meets its rule meets that of a higher one. */
class OutdoingTiersTests {

    @Test
    void aHigherTierThatAsksForAsMuchOrLessOutdoesALowerOne() {
        assertThat(outdone(TierRule.growth(1_000), TierRule.growth(1_001))).isFalse();
        assertThat(outdone(TierRule.growth(1_000), TierRule.growth(1_000))).isTrue();
        assertThat(outdone(TierRule.growth(1_000), TierRule.growth(999))).isTrue();
    }

    @Test
    void onlyTheSameMeasureIsCompared() {
        assertThat(outdone(TierRule.growth(1_000), rule(Join.ALL, 0, 1L, 0, 0))).isFalse();
        assertThat(outdone(rule(Join.ALL, 0, 100L, 0, 0), rule(Join.ALL, 0, 99L, 0, 0)))
                .isTrue();
        assertThat(outdone(rule(Join.ALL, 0, 0, 3, 0), rule(Join.ALL, 0, 0, 3, 0)))
                .isTrue();
        assertThat(outdone(rule(Join.ALL, 0, 0, 0, 3), rule(Join.ALL, 0, 0, 0, 4)))
                .isFalse();
    }

    @Test
    void whereAllIsAskedForEachThresholdOfTheHigherOneHasToBeMet() {
        TierRule both = rule(Join.ALL, 1_000L, 0, 5, 0);
        assertThat(outdone(both, rule(Join.ALL, 1_000L, 0, 5, 0))).isTrue();
        assertThat(outdone(both, rule(Join.ALL, 900L, 0, 6, 0))).isFalse();
        assertThat(outdone(both, rule(Join.ALL, 900L, 1L, 5, 0))).isFalse();
        assertThat(outdone(both, TierRule.growth(900))).isTrue();
        assertThat(outdone(TierRule.growth(1_000), both)).isFalse();
    }

    @Test
    void whereOneIsEnoughEveryWayIntoTheLowerOneHasToLeadIntoTheHigher() {
        TierRule either = rule(Join.ANY, 1_000L, 0, 5, 0);
        assertThat(outdone(either, rule(Join.ANY, 1_000L, 0, 5, 0))).isTrue();
        assertThat(outdone(either, rule(Join.ANY, 900L, 0, 6, 0))).isFalse();
        assertThat(outdone(either, TierRule.growth(900))).isFalse();
        assertThat(outdone(TierRule.growth(1_000), either)).isTrue();
        assertThat(outdone(rule(Join.ALL, 1_000L, 0, 1, 0), either)).isTrue();
        assertThat(outdone(rule(Join.ANY, 1_000L, 0, 0, 0), rule(Join.ANY, 1_000L, 0, 0, 0)))
                .isTrue();
    }

    @Test
    void namesAreComparedWithoutCapitals() {
        ProgrammeTerms terms = Programmes.of(RefundRule.AT_DUE, named(2, "gold", "金卡"), named(3, "Gold ", "金"));
        assertThat(terms.namedAlike(Locale.ENGLISH)).extracting(Tier::number).containsExactly(2, 3);
        assertThat(terms.namedAlike(Locale.CHINESE)).isEmpty();
    }

    @Test
    void aTierPutOnTopHasANameOfItsOwn() {
        ProgrammeTerms terms = Programmes.of(RefundRule.AT_DUE, named(2, "TIER 3", "等级 4"));
        assertThat(terms.withTierOnTop(9).tiers().getLast().nameEn()).isEqualTo("Tier 5");
    }

    private static boolean outdone(TierRule lower, TierRule higher) {
        return Programmes.of(RefundRule.AT_DUE, tier(2, lower), tier(3, higher)).outdone().stream()
                .anyMatch(one -> one.tier().rank() == 2 && one.by().rank() == 3);
    }

    private static Tier tier(int rank, TierRule entry) {
        return Programmes.tier(rank, entry, TierRule.NONE, 12, 30, AtDue.ONE_STEP, 1);
    }

    private static Tier named(int rank, String en, String zh) {
        Tier tier = tier(rank, TierRule.growth(rank * 1_000L));
        return new Tier(
                0,
                rank,
                rank,
                en,
                zh,
                tier.colour(),
                tier.entry(),
                tier.keep(),
                tier.validityMonths(),
                tier.graceDays(),
                tier.atDue(),
                tier.floorRank(),
                tier.multiplier());
    }

    /** Zero is not asked for. */
    private static TierRule rule(Join join, long growth, long spend, int orders, int active) {
        return new TierRule(
                join,
                Optional.of(growth).filter(least -> least > 0),
                Optional.of(spend).filter(least -> least > 0).map(Money::new),
                Optional.of(orders).filter(least -> least > 0),
                Optional.of(active).filter(least -> least > 0));
    }
}
