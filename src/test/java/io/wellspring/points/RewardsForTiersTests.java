package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reward may be for users of a tier and above; ann holds one, bob none. */
@WellspringTest
@AsStaff
class RewardsForTiersTests {

    @Autowired
    private RewardCatalogue catalogue;

    @Autowired
    private RewardDesk desk;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Shelf shelf;
    private Purses purses;
    private LocalDate today;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        today = clock.today();
        shelf = new Shelf(catalogue, desk, today);
        purses = new Purses(ledger, clock);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
        purses.earn(ann, 1000);
        purses.earn(bob, 100);
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aRewardIsForATierThereIs() {
        RewardTerms forNobody = new RewardTerms(
                "Mug", "", 10, new Supply.Unlimited(), Optional.empty(), Optional.of(99), today, Optional.empty());
        assertThatThrownBy(() -> catalogue.create(forNobody)).isInstanceOf(RewardTierUnknown.class);
    }

    /** Silver is the second tier, gold the third; a mug is for gold and above. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void aRewardMayBeForUsersOfATierAndAbove(int rank, boolean may) {
        tiers(rank);
        long mug = catalogue.create(new RewardTerms(
                "Mug", "", 10, new Supply.Unlimited(), Optional.empty(), Optional.of(3), today, Optional.empty()));
        assertThat(desk.closedTo(ann)).isEqualTo(may ? Set.of() : Set.of(mug));
        assertThat(shelf.redeemed(ann, mug, "r1").isPresent()).isEqualTo(may);
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r2")).as("holds none").isInstanceOf(RewardTierNotHeld.class);
        assertThat(purses.balance(ann)).isEqualTo(may ? 990 : 1000);
    }

    @Test
    void aRewardForATierThatIsGoneIsForTheOneBelow() {
        tiers(2);
        jdbc.sql(
                        "insert into points.reward (name, description, price, supply, least_tier, valid_from, created_at) values ('Mug', '', 10, 'UNLIMITED', 3, :today, now())")
                .param("today", today)
                .update();
        assertThat(desk.closedTo(ann)).hasSize(1);
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (2, 'PUBLISHED', date '2026-01-02', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        jdbc.sql("""
                        insert into membership.tier (
                          version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                        )
                        select 2, n, n, 'Tier', '等级', '#0b6e77', 'ALL', case when n > 1 then n end, 'ALL', 0, 'EARNED', 1, 1
                        from generate_series(1, 2) n
                        """).update();
        jdbc.sql(
                        "update membership.standing set tier_id = (select id from membership.tier where version = 2 and rank = 2)")
                .update();
        assertThat(desk.closedTo(ann)).isEmpty();
    }

    /** Four tiers, of which ann holds one. */
    private void tiers(int rank) {
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (1, 'PUBLISHED', date '2026-01-01', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        jdbc.sql("""
                        insert into membership.tier (
                          version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                        )
                        select 1, n, n, 'Tier', '等级', '#0b6e77', 'ALL', case when n > 1 then n end, 'ALL', 0, 'EARNED', 1, 1
                        from generate_series(1, 4) n
                        """).update();
        jdbc.sql("""
                        insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, starts_on, term_from, cause)
                        select :user, id, 0, 0, date '2026-01-01', date '2026-01-01', date '2026-01-01', 'START'
                        from membership.tier
                        where rank = :rank
                        """).param("user", ann.value()).param("rank", rank).update();
    }
}
