package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UndoRemainder;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserIntake;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann earns, spends, returns things and forgets points until they expire; her twin turns out to be her. */
@WellspringTest
@AsStaff
class KeepingTheLedgerTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Cause CAUSE = new Cause("order", "Order N1");

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private PointsReading reading;

    @Autowired
    private PointsBatch batch;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserIntake intake;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId twin;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        twin = facts.user("twin", "2026-01-02");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    /** No single writing may be about more than a million millions, but what comes of several may. */
    @Test
    void aBalanceMayBeMoreThanOneWriting() {
        earn(ann, "big1", Points.MOST, new ExpiryPolicy.Never());
        earn(ann, "big2", Points.MOST, new ExpiryPolicy.Never());

        assertThat(balance(ann, DAY)).isEqualTo(2 * Points.MOST);
        assertThat(ledger.statement(ann, Optional.empty(), 1).lines().getFirst().total())
                .isEqualTo(new Points(2 * Points.MOST));
        assertThatThrownBy(() -> earn(ann, "big3", Points.MOST + 1, new ExpiryPolicy.Never()))
                .isInstanceOf(PointsOutOfRange.class);
        assertThatThrownBy(() -> spend(ann, "big4", Points.MOST + 1, DAY)).isInstanceOf(PointsOutOfRange.class);
        spend(ann, "big5", Points.MOST, DAY);
        assertThat(balance(ann, DAY)).isEqualTo(Points.MOST);
    }

    @Test
    void spendsWhatExpiresSoonestFirst() {
        earn(ann, "never", 100, new ExpiryPolicy.Never());
        earn(ann, "late", 50, onDay("2026-12-31"));
        earn(ann, "soon", 30, onDay("2026-03-31"));

        spend(ann, "s1", 60, DAY);

        assertThat(remainders(ann)).containsExactly("20 of 50", "100 of 100");
        assertThat(ledger.statement(ann, Optional.empty(), 1).lines().getFirst().draws())
                .extracting(
                        draw -> draw.amount().value(), draw -> draw.lastDay().map(LocalDate::toString))
                .containsExactly(tuple(-30L, Optional.of("2026-03-31")), tuple(-30L, Optional.of("2026-12-31")));
        assertThat(balance(ann, DAY)).isEqualTo(120);
    }

    @Test
    void spendsOnTheLastDayAndNotTheDayAfter() {
        earn(ann, "e1", 30, onDay("2026-03-31"));

        assertThat(balance(ann, LocalDate.parse("2026-03-31"))).isEqualTo(30);
        assertThat(balance(ann, LocalDate.parse("2026-04-01"))).isZero();
        assertThatThrownBy(() -> spend(ann, "s1", 1, LocalDate.parse("2026-04-01")))
                .isInstanceOf(InsufficientPoints.class);
        spend(ann, "s1", 30, LocalDate.parse("2026-03-31"));
        assertThat(ledger.lots(ann)).isEmpty();
    }

    @Test
    void keepsPendingPointsUntilTheirDay() {
        ledger.earn(new Earning(
                ann, new Points(40), key("e1"), DAY, DAY.plusDays(7), new ExpiryPolicy.AfterDays(30), CAUSE));

        assertThat(ledger.balance(ann, DAY).pending()).isEqualTo(new Points(40));
        assertThatThrownBy(() -> spend(ann, "s1", 1, DAY.plusDays(6))).isInstanceOf(InsufficientPoints.class);
        spend(ann, "s1", 40, DAY.plusDays(7));
    }

    @Test
    void refusesMoreThanThereIsAndSaysHowMuchThereIs() {
        earn(ann, "e1", 30, new ExpiryPolicy.Never());

        assertThatThrownBy(() -> spend(ann, "s1", 31, DAY))
                .isInstanceOfSatisfying(
                        InsufficientPoints.class,
                        refusal -> assertThat(refusal.facts()).containsExactly(31L, 30L));
        assertThat(balance(ann, DAY)).isEqualTo(30);
    }

    @Test
    void writesOnceUnderAKey() {
        Posting first = earn(ann, "e1", 30, new ExpiryPolicy.Never());
        Posting again = earn(ann, "e1", 30, new ExpiryPolicy.Never());
        Posting spent = spend(ann, "s1", 30, DAY);

        assertThat(again).isEqualTo(first);
        assertThat(spend(ann, "s1", 30, DAY)).isEqualTo(spent);
        assertThat(balance(ann, DAY)).isZero();
        assertThatThrownBy(() -> earn(ann, "e1", 31, new ExpiryPolicy.Never())).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> earn(twin, "e1", 30, new ExpiryPolicy.Never())).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> earn(ann, "e1", 30, onDay("2027-01-01"))).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> spend(ann, "e1", 30, DAY)).isInstanceOf(KeyTaken.class);
    }

    @Test
    void aSpentEarningTakenBackIsOwedAndTheNextSettlesIt() {
        earn(ann, "e1", 100, new ExpiryPolicy.Never());
        spend(ann, "s1", 70, DAY);

        Posting reversed = reverseEarn("e1", Optional.empty(), "r1");

        assertThat(reversed.amount()).isEqualTo(new Points(-100));
        assertThat(reversed.debtChange()).isEqualTo(new Points(70));
        assertThat(balance(ann, DAY)).isEqualTo(-70);
        earn(ann, "e2", 50, new ExpiryPolicy.Never());
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(20));
        assertThat(ledger.lots(ann)).isEmpty();
        earn(ann, "e3", 50, new ExpiryPolicy.Never());
        assertThat(balance(ann, DAY)).isEqualTo(30);
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(Points.ZERO);
        assertThat(remainders(ann)).containsExactly("30 of 50");
    }

    @Test
    void whatHadExpiredIsNotOwedAgain() {
        earn(ann, "e1", 100, onDay("2026-03-31"));
        spend(ann, "s1", 40, DAY);
        expiry.expire(LocalDate.parse("2026-04-01"));

        Posting part = reverseEarn("e1", Optional.of(50L), "r1");
        Posting rest = reverseEarn("e1", Optional.empty(), "r2");

        assertThat(part.waived()).isEqualTo(new Points(50));
        assertThat(part.amount()).isEqualTo(Points.ZERO);
        assertThat(rest.waived()).isEqualTo(new Points(10));
        assertThat(rest.amount()).isEqualTo(new Points(-40));
        assertThat(balance(ann, DAY)).isEqualTo(-40);
    }

    @Test
    void takesBackOnlyWhatIsLeftOfAnEarning() {
        earn(ann, "e1", 100, new ExpiryPolicy.Never());
        reverseEarn("e1", Optional.of(60L), "r1");

        assertThatThrownBy(() -> reverseEarn("e1", Optional.of(41L), "r2"))
                .isInstanceOfSatisfying(
                        MoreThanIsLeft.class,
                        refusal -> assertThat(refusal.facts()).containsExactly("e1", 41L, 40L));
        assertThat(reverseEarn("e1", Optional.empty(), "r2").amount()).isEqualTo(new Points(-40));
        assertThatThrownBy(() -> reverseEarn("e1", Optional.empty(), "r3")).isInstanceOf(NothingLeft.class);
        assertThat(reverseEarn("e1", Optional.empty(), "r2").amount()).isEqualTo(new Points(-40));
        assertThatThrownBy(() -> reverseEarn("e1", Optional.of(40L), "r2")).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> reverseEarn("unheard", Optional.empty(), "r4")).isInstanceOf(UnknownPosting.class);
    }

    @Test
    void aReversedSpendingReturnsToItsLotsLastDrawnFirst() {
        earn(ann, "soon", 30, onDay("2026-03-31"));
        earn(ann, "late", 50, onDay("2026-12-31"));
        spend(ann, "s1", 60, DAY);
        assertThat(remainders(ann)).containsExactly("20 of 50");

        reverseSpend("s1", Optional.of(40L), "r1");
        assertThat(remainders(ann)).containsExactly("10 of 30", "50 of 50");
        reverseSpend("s1", Optional.empty(), "r2");
        assertThat(remainders(ann)).containsExactly("30 of 30", "50 of 50");
        assertThatThrownBy(() -> reverseSpend("s1", Optional.empty(), "r3")).isInstanceOf(NothingLeft.class);
        assertThatThrownBy(() -> reverseSpend("soon", Optional.empty(), "r4")).isInstanceOf(UnknownPosting.class);
    }

    @Test
    void whatReturnsToALotWhoseTimeIsOverGoesWithTheNextExpiry() {
        earn(ann, "soon", 30, onDay("2026-03-31"));
        spend(ann, "s1", 30, DAY);
        LocalDate later = LocalDate.parse("2026-05-01");
        expiry.expire(later);

        ledger.reverseSpend(new Reversal(key("s1"), Optional.empty(), key("r1"), later, CAUSE));

        assertThat(balance(ann, later)).isZero();
        assertThat(expiry.expire(later)).isEqualTo(1);
        assertThat(ledger.lots(ann)).isEmpty();
    }

    @Test
    void whatReturnsSettlesWhatIsOwed() {
        earn(ann, "e1", 100, new ExpiryPolicy.Never());
        spend(ann, "s1", 100, DAY);
        reverseEarn("e1", Optional.empty(), "r1");
        assertThat(balance(ann, DAY)).isEqualTo(-100);

        Posting back = reverseSpend("s1", Optional.of(70L), "r2");

        assertThat(back.debtChange()).isEqualTo(new Points(-70));
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(30));
        assertThat(ledger.lots(ann)).isEmpty();
        reverseSpend("s1", Optional.empty(), "r3");
        assertThat(ledger.balance(ann, DAY)).isEqualTo(Balance.NOTHING);
    }

    @Test
    void expiresTheDayAfterTheLastAndOnlyOnce() {
        earn(ann, "e1", 30, onDay("2026-03-31"));
        earn(twin, "e2", 20, onDay("2026-04-30"));

        assertThat(expiry.expire(LocalDate.parse("2026-03-31"))).isZero();
        assertThat(expiry.expire(LocalDate.parse("2026-04-01"))).isEqualTo(1);
        assertThat(expiry.expire(LocalDate.parse("2026-04-01"))).isZero();
        assertThat(ledger.statement(ann, Optional.empty(), 10).lines())
                .extracting(line -> line.posting().kind())
                .containsExactly(EntryKind.EXPIRE, EntryKind.EARN);
        assertThat(balance(twin, DAY)).isEqualTo(20);
    }

    @Test
    void adjustmentsGoUpAsALotAndDownAsASpending() {
        adjust(ann, "a1", 50);
        adjust(ann, "a2", -20);

        assertThat(remainders(ann)).containsExactly("30 of 50");
        assertThatThrownBy(() -> adjust(ann, "a3", -31)).isInstanceOf(InsufficientPoints.class);
        assertThatThrownBy(() -> new Adjustment(ann, new Points(1), key("a4"), DAY, new ExpiryPolicy.Never(), " "))
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> adjust(ann, "a5", 0)).isInstanceOf(PointsOutOfRange.class);
    }

    @Test
    void theStatementRunsAndIsContinued() {
        earn(ann, "e1", 100, new ExpiryPolicy.Never());
        spend(ann, "s1", 30, DAY);
        earn(ann, "e2", 10, new ExpiryPolicy.Never());

        Statement first = ledger.statement(ann, Optional.empty(), 2);
        Statement second = ledger.statement(ann, first.older(), 2);

        assertThat(first.lines()).extracting(line -> line.total().value()).containsExactly(80L, 70L);
        assertThat(first.lines()).extracting(line -> line.key().orElse("")).containsExactly("e2", "s1");
        assertThat(second.lines()).extracting(line -> line.total().value()).containsExactly(100L);
        assertThat(second.older()).isEmpty();
    }

    @Test
    void whoIsMergedHandsPointsAndDebtsOn() {
        earn(ann, "e1", 40, onDay("2026-12-31"));
        earn(twin, "e2", 60, new ExpiryPolicy.Never());
        spend(twin, "s2", 60, DAY);
        reverseEarn("e2", Optional.empty(), "r2");
        merging.merge(ann, twin);

        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(60));
        assertThat(balance(ann, DAY)).isEqualTo(-20);
        assertThat(ledger.statement(twin, Optional.empty(), 10).lines()).isEmpty();
        earn(twin, "e3", 100, new ExpiryPolicy.Never());
        assertThat(balance(ann, DAY)).isEqualTo(80);
        assertThat(earn(twin, "e2", 60, new ExpiryPolicy.Never()).user()).isEqualTo(ann);
        reverseSpend("s2", Optional.empty(), "r3");
        assertThat(balance(ann, DAY)).isEqualTo(140);
    }

    @Test
    void whoIsMergedIntoSomebodyWithoutPointsHandsThemOnToo() {
        earn(twin, "e2", 60, new ExpiryPolicy.Never());
        spend(twin, "s2", 10, DAY);
        merging.merge(ann, twin);

        assertThat(balance(ann, DAY)).isEqualTo(50);
        assertThat(jdbc.sql("select count(*) from points.account")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoHasPointsStaysWhenTheImportIsUndone() {
        earn(ann, "e1", 10, new ExpiryPolicy.Never());

        intake.undo(1, 2);

        assertThat(intake.remainder(1, 0, 10)).extracting(UndoRemainder::reason).containsExactly("HAS_POINTS");
        assertThat(balance(ann, DAY)).isEqualTo(10);
        assertThatThrownBy(() -> earn(twin, "e2", 10, new ExpiryPolicy.Never())).isInstanceOf(UnknownUser.class);
    }

    @Test
    void forgetsThePointsOfUsersWhoAreGone() {
        earn(ann, "e1", 10, new ExpiryPolicy.Never());
        earn(twin, "e2", 10, new ExpiryPolicy.Never());
        spend(twin, "s2", 5, DAY);
        jdbc.sql("delete from users.identity where user_id = :twin")
                .param("twin", twin.value())
                .update();
        jdbc.sql("delete from users.users where user_id = :twin")
                .param("twin", twin.value())
                .update();

        expiry.sweep();
        expiry.sweep();

        assertThat(List.of("account", "entry", "lot", "business_key"))
                .allSatisfy(table -> assertThat(jdbc.sql("select count(*) from points." + table)
                                .query(Long.class)
                                .single())
                        .isEqualTo(1));
    }

    @Test
    void eachStatementDoneAgainWritesNothing() {
        earn(ann, "e1", 40, onDay("2026-12-31"));
        earn(twin, "e2", 60, onDay("2026-03-31"));
        spend(ann, "s1", 30, DAY);
        reverseEarn("e1", Optional.empty(), "r1");
        reverseSpend("s1", Optional.of(5L), "r2");
        adjust(twin, "a1", -10);
        adjust(twin, "a2", 10);
        expiry.expire(LocalDate.parse("2026-04-01"));
        batch.move(ann, twin);
        List<String> before = versions();

        earn(ann, "e1", 40, onDay("2026-12-31"));
        spend(ann, "s1", 30, DAY);
        reverseEarn("e1", Optional.empty(), "r1");
        reverseSpend("s1", Optional.of(5L), "r2");
        adjust(ann, "a1", -10);
        adjust(ann, "a2", 10);
        expiry.expire(LocalDate.parse("2026-04-01"));
        batch.move(ann, twin);
        batch.open(ann);
        expiry.sweep();

        assertThat(versions()).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void theDatabaseKeepsEntriesAsTheyAre() {
        earn(ann, "e1", 10, new ExpiryPolicy.Never());

        assertThatThrownBy(() -> jdbc.sql("update points.entry set amount = 11").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void theDriftIsSeen() {
        earn(ann, "e1", 10, new ExpiryPolicy.Never());
        jdbc.sql("update points.lot set remaining = 9").update();

        assertThat(reading.drift(10)).extracting(PointsDrift::what).containsExactly("BALANCE", "LOT");
        jdbc.sql("update points.lot set remaining = 10").update();
    }

    /** The rows and which transaction wrote each of them: equal only if none was written again. */
    private List<String> versions() {
        return Stream.of("account", "entry", "lot", "allocation", "business_key")
                .flatMap(table -> jdbc
                        .sql("select t.xmin::text || ' ' || t::text from points." + table + " t order by t::text")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private Posting earn(UserId user, String key, long amount, ExpiryPolicy policy) {
        return ledger.earn(new Earning(user, new Points(amount), key(key), DAY, DAY, policy, CAUSE));
    }

    private Posting spend(UserId user, String key, long amount, LocalDate day) {
        return ledger.spend(new Spending(user, new Points(amount), key(key), day, CAUSE));
    }

    private Posting reverseEarn(String original, Optional<Long> amount, String key) {
        return ledger.reverseEarn(new Reversal(key(original), amount.map(Points::new), key(key), DAY, CAUSE));
    }

    private Posting reverseSpend(String original, Optional<Long> amount, String key) {
        return ledger.reverseSpend(new Reversal(key(original), amount.map(Points::new), key(key), DAY, CAUSE));
    }

    private Posting adjust(UserId user, String key, long amount) {
        return ledger.adjust(
                new Adjustment(user, new Points(amount), key(key), DAY, new ExpiryPolicy.Never(), "put right"));
    }

    private long balance(UserId user, LocalDate day) {
        return ledger.balance(user, day).total().value();
    }

    private List<String> remainders(UserId user) {
        return ledger.lots(user).stream()
                .map(lot -> lot.remaining() + " of " + lot.amount())
                .toList();
    }

    private static BusinessKey key(String text) {
        return new BusinessKey(text);
    }

    private static ExpiryPolicy onDay(String day) {
        return new ExpiryPolicy.OnDay(LocalDate.parse(day));
    }
}
