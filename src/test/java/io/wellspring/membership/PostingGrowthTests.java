package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserHold;
import io.wellspring.users.UserMerging;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Growth value comes from facts by the rules of their day, goes with them, and always adds up. */
@WellspringTest
@AsStaff
class PostingGrowthTests {

    private static final LocalDate DAY = LocalDate.parse("2024-03-31");

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    GivenByHand given;

    @Autowired
    UserMerging merging;

    @Autowired
    MembershipNeedsUsers needs;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;
    UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
    }

    @Test
    void anOrderBringsWholeGrowthValueAndItsRefundTakesAsMuch() {
        publish("1.5", List.of(), "2023-01-01");
        facts.order(ann, "2024-01-10", 9_99);
        facts.refund(ann, "2024-01-20", 9_99);
        facts.order(bob, "2024-01-10", 66);
        posted();
        assertThat(entries(ann)).containsExactly("2024-01-10 ORDER 14", "2024-01-20 REFUND -14");
        assertThat(entries(bob)).isEmpty();
    }

    @Test
    void activityBringsItsNumberUpToWhatTheDayAndTheMonthMayBring() {
        publish("1", List.of(new ActivityRule("visit", 10, Optional.of(25), Optional.of(60))), "2023-01-01");
        did(ann, "2024-01-30T10:00", 1);
        did(ann, "2024-01-31T10:00", 3);
        did(ann, "2024-01-31T23:59:59.999", 1);
        did(ann, "2024-02-01T00:00", 3);
        did(ann, "2024-02-02T00:00", 2);
        did(ann, "2024-02-03T00:00", 5);
        did(ann, "2024-02-04T00:00", 1);
        posted();
        assertThat(entries(ann))
                .containsExactly(
                        "2024-01-30 ACTIVITY 10",
                        "2024-01-31 ACTIVITY 25",
                        "2024-02-01 ACTIVITY 25",
                        "2024-02-02 ACTIVITY 20",
                        "2024-02-03 ACTIVITY 15");
    }

    @Test
    void aFactCountsByTheVersionOfItsDay() {
        publish("1", List.of(), "2024-01-01");
        publish("2", List.of(), "2024-02-01");
        facts.order(ann, "2023-06-01", 100_00);
        facts.order(ann, "2024-01-31T23:59:59.999", 100_00);
        facts.order(ann, "2024-02-01T00:00", 100_00);
        posted();
        assertThat(entries(ann))
                .containsExactly("2023-06-01 ORDER 100", "2024-01-31 ORDER 100", "2024-02-01 ORDER 200");
    }

    @Test
    void factsThatAreGoneAreAnsweredByCounterEntries() {
        publish("1", List.of(), "2023-01-01");
        facts.order(ann, "2024-01-10", 100_00);
        posted();
        jdbc.sql("delete from activity.order_fact").update();
        posted();
        assertThat(entries(ann)).containsExactly("2024-01-10 ORDER 100", "2024-01-10 ORDER -100");
        assertThat(total(ann)).isZero();
    }

    @Test
    void postingTheUsersOfOneIntakeIsPostingAllOfThem() {
        publish("1", List.of(new ActivityRule("visit", 10, Optional.empty(), Optional.empty())), "2023-01-01");
        facts.order(ann, "2024-01-10", 100_00, 7);
        facts.order(bob, "2024-01-10", 100_00, 8);
        did(ann, "2024-01-30T10:00", 1);
        refreshed();
        tiering.postGrowth(7);
        assertThat(entries(ann)).containsExactly("2024-01-10 ORDER 100", "2024-01-30 ACTIVITY 10");
        assertThat(entries(bob)).isEmpty();
        tiering.postGrowth(7);
        tiering.postGrowth();
        assertThat(entries(ann)).hasSize(2);
        assertThat(entries(bob)).hasSize(1);
    }

    @Test
    void theLedgerIsAppendOnly() {
        publish("1", List.of(), "2023-01-01");
        facts.order(ann, "2024-01-10", 100_00);
        posted();
        assertThatThrownBy(() -> jdbc.sql("update membership.growth_entry set amount = 5")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aMergeHandsTheHigherTierAndWhatStaffGaveToWhoStays() {
        publish("1", List.of(), "2023-01-01");
        facts.order(ann, "2024-01-10", 1_000_00);
        evaluated();
        given.growth(ann, 1, 50, "a mistake at the till");
        merging.merge(bob, ann);
        assertThat(tier(bob)).isEqualTo("2 MERGED");
        evaluated();
        assertThat(tier(bob)).isEqualTo("2 MERGED");
        assertThat(total(bob)).isEqualTo(1_050);
        assertThat(jdbc.sql("select count(*) from membership.standing")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(tiering.drift(10)).isZero();
    }

    @Test
    void aTierGivenByHandEndsOnItsDayAndGivesWayToTheOneBefore() {
        publish("1", List.of(), "2023-01-01");
        facts.order(ann, "2024-01-10", 1_000_00);
        evaluated();
        given.tier(ann, 3, DAY.plusDays(9), "won it at the fair");
        assertThat(tier(ann)).isEqualTo("3 MANUAL");
        tiering.evaluate(DAY.plusDays(9));
        assertThat(tier(ann)).isEqualTo("3 MANUAL");
        tiering.evaluate(DAY.plusDays(10));
        assertThat(tier(ann)).isEqualTo("2 MANUAL_END");
        assertThat(jdbc.sql("select due_on::text from membership.standing where user_id = :ann")
                        .param("ann", ann.value())
                        .query(String.class)
                        .single())
                .isEqualTo("2025-03-31");
        assertThat(tiering.drift(10)).isZero();
    }

    @Test
    void whoGotSomethingByHandStaysWhenAnImportIsUndone() {
        publish("1", List.of(), "2023-01-01");
        evaluated();
        given.growth(ann, 1, 50, "a mistake at the till");
        List<UserHold> held = new ArrayList<>();
        needs.usersNeeded(1, held::add);
        assertThat(held).containsExactly(new UserHold(ann, "HAS_TIER"));
    }

    private void publish(String factor, List<ActivityRule> activities, String from) {
        ProgrammeTerms usual = Programmes.usual();
        program.startDraft();
        program.saveDraft(new ProgrammeTerms(
                usual.reach(), usual.keep(), usual.refunds(), new BigDecimal(factor), activities, usual.tiers()));
        program.publish(LocalDate.parse(from));
    }

    private void refreshed() {
        metrics.refreshAll(DAY, 365);
        histories.refreshAll();
    }

    private void posted() {
        refreshed();
        tiering.postGrowth();
        List<String> once = entries(ann);
        tiering.postGrowth();
        assertThat(entries(ann)).isEqualTo(once);
    }

    private void evaluated() {
        posted();
        tiering.evaluate(DAY);
    }

    private void did(UserId user, String at, int times) {
        jdbc.sql("""
                        insert into activity.behaviour (user_id, type, happened_at, count, intake_id)
                        values (:user, 'visit', :at, :times, 7)
                        """)
                .param("user", user.value())
                .param(
                        "at",
                        Timestamp.from(LocalDateTime.parse(at)
                                .atZone(ZoneId.of("Asia/Shanghai"))
                                .toInstant()))
                .param("times", times)
                .update();
    }

    private List<String> entries(UserId user) {
        return jdbc.sql("""
                        select concat_ws(' ', day, source, amount)
                        from membership.growth_entry
                        where user_id = :user
                        order by day, entry_id
                        """).param("user", user.value()).query(String.class).list();
    }

    private long total(UserId user) {
        return jdbc.sql("select coalesce(sum(amount), 0) from membership.growth_entry where user_id = :user")
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    private String tier(UserId user) {
        return jdbc.sql("""
                        select t.rank || ' ' || s.cause
                        from membership.standing s
                        join membership.tier t on t.id = s.tier_id
                        where s.user_id = :user
                        """).param("user", user.value()).query(String.class).single();
    }
}
