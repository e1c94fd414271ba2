package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Reversal;
import io.wellspring.points.Spending;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann is gold and holds points, some of them not for long; bob never heard of the programme. */
@WellspringTest
@AsStaff
class KnowingTierAndPointsTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final Cause CAUSE = new Cause("test", "");
    private static final int GOLD = 3;

    @Autowired
    ProfileSearch search;

    @Autowired
    ProfileRefresh refresh;

    @Autowired
    ProfileBatch batch;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    PointsLedger ledger;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    UserId ann;
    UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        metrics.refreshAll(AS_OF, 365);
    }

    @Test
    void holdsTheBalanceAndWhatExpiresWithinThirtyDays() {
        LocalDate today = clock.today();
        earn("soon", 40, today, today.plusDays(29));
        earn("later", 50, today, today.plusDays(30));
        earn("pending", 500, today.plusDays(1), today.plusDays(5));
        ledger.spend(new Spending(ann, new Points(10), new BusinessKey("s"), today, CAUSE));

        refresh.refreshAll();

        assertThat(held(ann)).isEqualTo(new Profile.Holding(80, 30, Optional.of(today)));
        assertThat(held(bob)).isEqualTo(new Profile.Holding(0, 0, Optional.empty()));
        assertThat(batch.refreshAll()).as("a second run").isZero();
        assertThat(refresh.drift(10)).isEmpty();
    }

    @Test
    void countsADebtAgainstTheBalance() {
        LocalDate today = clock.today();
        earn("e", 40, today, today.plusDays(100));
        ledger.spend(new Spending(ann, new Points(30), new BusinessKey("s"), today, CAUSE));
        ledger.reverseEarn(new Reversal(new BusinessKey("e"), Optional.empty(), new BusinessKey("r"), today, CAUSE));

        refresh.refreshAll();

        assertThat(held(ann).points()).isEqualTo(-30);
    }

    @Test
    void holdsTheTierAndFindsWhoHasIt() {
        tierOfAnn();

        refresh.refreshAll();

        assertThat(search.find(ann).orElseThrow().membership())
                .isEqualTo(new Profile.Membership(Optional.of(GOLD), Optional.of(LocalDate.parse("2027-01-01")), 1234));
        assertThat(search.find(bob).orElseThrow().membership())
                .isEqualTo(new Profile.Membership(Optional.empty(), Optional.empty(), 0));
        assertThat(search.totals(ProfileFilter.where(ListField.TIER, "3")).users())
                .isEqualTo(1);
        assertThat(search.totals(ProfileFilter.where(ListField.TIER, "1")).users())
                .isZero();
        assertThat(search.tiers()).extracting(tier -> tier.in(Locale.ENGLISH)).containsExactly("Basic", "Gold");
        assertThat(search.tiers())
                .extracting(tier -> tier.in(Locale.SIMPLIFIED_CHINESE))
                .containsExactly("普通", "金卡");
        assertThat(search.valuesOf(ProfileField.TIER, 10))
                .extracting(one -> one.name() + " " + one.count())
                .isEqualTo(List.of("3 1"));
        assertThat(batch.refreshAll()).as("a second run").isZero();
    }

    private void tierOfAnn() {
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (7, 'PUBLISHED', date '2026-01-01', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        tier(1, 1, "Basic", "普通", null);
        tier(2, GOLD, "Gold", "金卡", 1000L);
        jdbc.sql("""
                        insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from, decide_on, cause)
                        select :ann, t.id, 1234, 2000, date '2026-01-01', date '2027-01-01', date '2026-01-01', date '2026-01-01', date '2027-01-01', 'UP'
                        from membership.tier t
                        where t.tier_no = 3
                        """).param("ann", ann.value()).update();
    }

    private void tier(int rank, int number, String english, String chinese, @Nullable Long growth) {
        jdbc.sql("""
                        insert into membership.tier (
                          version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                        )
                        values (7, :number, :rank, :en, :zh, '#0b6e77', 'ALL', :growth, 'ALL', 0, 'EARNED', 1, 1)
                        """)
                .param("number", number)
                .param("rank", rank)
                .param("en", english)
                .param("zh", chinese)
                .param("growth", growth)
                .update();
    }

    private void earn(String key, long amount, LocalDate from, LocalDate until) {
        ledger.earn(new Earning(
                ann,
                new Points(amount),
                new BusinessKey(key),
                clock.today(),
                from,
                new ExpiryPolicy.OnDay(until),
                CAUSE));
    }

    private Profile.Holding held(UserId user) {
        return search.find(user).orElseThrow().holding();
    }
}
