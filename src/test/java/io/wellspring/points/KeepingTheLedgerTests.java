package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann earns, spends and forgets points until they expire; each writing stands once. */
@WellspringTest
@AsStaff
class KeepingTheLedgerTests {

    private static final LocalDate DAY = LedgerPen.DAY;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private PointsReading reading;

    @Autowired
    private PointsBatch batch;

    @Autowired
    private JdbcClient jdbc;

    private LedgerPen pen;
    private UserId ann;
    private UserId twin;

    @BeforeEach
    void people() {
        pen = new LedgerPen(ledger);
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
        pen.earn(ann, "big1", Points.MOST, new ExpiryPolicy.Never());
        pen.earn(ann, "big2", Points.MOST, new ExpiryPolicy.Never());

        assertThat(pen.balance(ann, DAY)).isEqualTo(2 * Points.MOST);
        assertThat(ledger.statement(ann, Optional.empty(), 1).lines().getFirst().total())
                .isEqualTo(new Points(2 * Points.MOST));
        assertThatThrownBy(() -> pen.earn(ann, "big3", Points.MOST + 1, new ExpiryPolicy.Never()))
                .isInstanceOf(PointsOutOfRange.class);
        assertThatThrownBy(() -> pen.spend(ann, "big4", Points.MOST + 1, DAY)).isInstanceOf(PointsOutOfRange.class);
        pen.spend(ann, "big5", Points.MOST, DAY);
        assertThat(pen.balance(ann, DAY)).isEqualTo(Points.MOST);
    }

    @Test
    void spendsWhatExpiresSoonestFirst() {
        pen.earn(ann, "never", 100, new ExpiryPolicy.Never());
        pen.earn(ann, "late", 50, LedgerPen.onDay("2026-12-31"));
        pen.earn(ann, "soon", 30, LedgerPen.onDay("2026-03-31"));

        pen.spend(ann, "s1", 60, DAY);

        assertThat(pen.remainders(ann)).containsExactly("20 of 50", "100 of 100");
        assertThat(ledger.statement(ann, Optional.empty(), 1).lines().getFirst().draws())
                .extracting(
                        draw -> draw.amount().value(), draw -> draw.lastDay().map(LocalDate::toString))
                .containsExactly(tuple(-30L, Optional.of("2026-03-31")), tuple(-30L, Optional.of("2026-12-31")));
        assertThat(pen.balance(ann, DAY)).isEqualTo(120);
    }

    @Test
    void spendsOnTheLastDayAndNotTheDayAfter() {
        pen.earn(ann, "e1", 30, LedgerPen.onDay("2026-03-31"));

        assertThat(pen.balance(ann, LocalDate.parse("2026-03-31"))).isEqualTo(30);
        assertThat(pen.balance(ann, LocalDate.parse("2026-04-01"))).isZero();
        assertThatThrownBy(() -> pen.spend(ann, "s1", 1, LocalDate.parse("2026-04-01")))
                .isInstanceOf(InsufficientPoints.class);
        pen.spend(ann, "s1", 30, LocalDate.parse("2026-03-31"));
        assertThat(ledger.lots(ann)).isEmpty();
    }

    @Test
    void keepsPendingPointsUntilTheirDay() {
        ledger.earn(new Earning(
                ann,
                new Points(40),
                LedgerPen.key("e1"),
                DAY,
                DAY.plusDays(7),
                new ExpiryPolicy.AfterDays(30),
                LedgerPen.CAUSE));

        assertThat(ledger.balance(ann, DAY).pending()).isEqualTo(new Points(40));
        assertThatThrownBy(() -> pen.spend(ann, "s1", 1, DAY.plusDays(6))).isInstanceOf(InsufficientPoints.class);
        pen.spend(ann, "s1", 40, DAY.plusDays(7));
    }

    @Test
    void refusesMoreThanThereIsAndSaysHowMuchThereIs() {
        pen.earn(ann, "e1", 30, new ExpiryPolicy.Never());

        assertThatThrownBy(() -> pen.spend(ann, "s1", 31, DAY))
                .isInstanceOfSatisfying(
                        InsufficientPoints.class,
                        refusal -> assertThat(refusal.facts()).containsExactly(31L, 30L));
        assertThat(pen.balance(ann, DAY)).isEqualTo(30);
    }

    @Test
    void writesOnceUnderAKey() {
        Posting first = pen.earn(ann, "e1", 30, new ExpiryPolicy.Never());
        Posting again = pen.earn(ann, "e1", 30, new ExpiryPolicy.Never());
        Posting spent = pen.spend(ann, "s1", 30, DAY);

        assertThat(again).isEqualTo(first);
        assertThat(pen.spend(ann, "s1", 30, DAY)).isEqualTo(spent);
        assertThat(pen.balance(ann, DAY)).isZero();
        assertThatThrownBy(() -> pen.earn(ann, "e1", 31, new ExpiryPolicy.Never()))
                .isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> pen.earn(twin, "e1", 30, new ExpiryPolicy.Never()))
                .isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> pen.earn(ann, "e1", 30, LedgerPen.onDay("2027-01-01")))
                .isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> pen.spend(ann, "e1", 30, DAY)).isInstanceOf(KeyTaken.class);
    }

    @Test
    void expiresTheDayAfterTheLastAndOnlyOnce() {
        pen.earn(ann, "e1", 30, LedgerPen.onDay("2026-03-31"));
        pen.earn(twin, "e2", 20, LedgerPen.onDay("2026-04-30"));

        assertThat(expiry.expire(LocalDate.parse("2026-03-31"))).isZero();
        assertThat(expiry.expire(LocalDate.parse("2026-04-01"))).isEqualTo(1);
        assertThat(expiry.expire(LocalDate.parse("2026-04-01"))).isZero();
        assertThat(ledger.statement(ann, Optional.empty(), 10).lines())
                .extracting(line -> line.posting().kind())
                .containsExactly(EntryKind.EXPIRE, EntryKind.EARN);
        assertThat(pen.balance(twin, DAY)).isEqualTo(20);
    }

    @Test
    void adjustmentsGoUpAsALotAndDownAsASpending() {
        pen.adjust(ann, "a1", 50);
        pen.adjust(ann, "a2", -20);

        assertThat(pen.remainders(ann)).containsExactly("30 of 50");
        assertThatThrownBy(() -> pen.adjust(ann, "a3", -31)).isInstanceOf(InsufficientPoints.class);
        assertThatThrownBy(() ->
                        new Adjustment(ann, new Points(1), LedgerPen.key("a4"), DAY, new ExpiryPolicy.Never(), " "))
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> pen.adjust(ann, "a5", 0)).isInstanceOf(PointsOutOfRange.class);
    }

    @Test
    void theStatementRunsAndIsContinued() {
        pen.earn(ann, "e1", 100, new ExpiryPolicy.Never());
        pen.spend(ann, "s1", 30, DAY);
        pen.earn(ann, "e2", 10, new ExpiryPolicy.Never());

        Statement first = ledger.statement(ann, Optional.empty(), 2);
        Statement second = ledger.statement(ann, first.older(), 2);

        assertThat(first.lines()).extracting(line -> line.total().value()).containsExactly(80L, 70L);
        assertThat(first.lines()).extracting(line -> line.key().orElse("")).containsExactly("e2", "s1");
        assertThat(second.lines()).extracting(line -> line.total().value()).containsExactly(100L);
        assertThat(second.older()).isEmpty();
    }

    @Test
    void eachStatementDoneAgainWritesNothing() {
        pen.earn(ann, "e1", 40, LedgerPen.onDay("2026-12-31"));
        pen.earn(twin, "e2", 60, LedgerPen.onDay("2026-03-31"));
        pen.spend(ann, "s1", 30, DAY);
        pen.reverseEarn("e1", Optional.empty(), "r1");
        pen.reverseSpend("s1", Optional.of(5L), "r2");
        pen.adjust(twin, "a1", -10);
        pen.adjust(twin, "a2", 10);
        expiry.expire(LocalDate.parse("2026-04-01"));
        batch.move(ann, twin);
        List<String> before = versions();

        pen.earn(ann, "e1", 40, LedgerPen.onDay("2026-12-31"));
        pen.spend(ann, "s1", 30, DAY);
        pen.reverseEarn("e1", Optional.empty(), "r1");
        pen.reverseSpend("s1", Optional.of(5L), "r2");
        pen.adjust(ann, "a1", -10);
        pen.adjust(ann, "a2", 10);
        expiry.expire(LocalDate.parse("2026-04-01"));
        batch.move(ann, twin);
        batch.open(ann);
        expiry.sweep();

        assertThat(versions()).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void theDatabaseKeepsEntriesAsTheyAre() {
        pen.earn(ann, "e1", 10, new ExpiryPolicy.Never());

        assertThatThrownBy(() -> jdbc.sql("update points.entry set amount = 11").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void theDriftIsSeen() {
        pen.earn(ann, "e1", 10, new ExpiryPolicy.Never());
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
}
