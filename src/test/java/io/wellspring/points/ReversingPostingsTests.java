package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann returns things: what they brought is taken back, what she paid for them comes back. */
@WellspringTest
@AsStaff
class ReversingPostingsTests {

    private static final LocalDate DAY = LedgerPen.DAY;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private PointsReading reading;

    @Autowired
    private JdbcClient jdbc;

    private LedgerPen pen;
    private UserId ann;

    @BeforeEach
    void people() {
        pen = new LedgerPen(ledger);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        facts.user("twin", "2026-01-02");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aSpentEarningTakenBackIsOwedAndTheNextSettlesIt() {
        pen.earn(ann, "e1", 100, new ExpiryPolicy.Never());
        pen.spend(ann, "s1", 70, DAY);

        Posting reversed = pen.reverseEarn("e1", Optional.empty(), "r1");

        assertThat(reversed.amount()).isEqualTo(new Points(-100));
        assertThat(reversed.debtChange()).isEqualTo(new Points(70));
        assertThat(pen.balance(ann, DAY)).isEqualTo(-70);
        pen.earn(ann, "e2", 50, new ExpiryPolicy.Never());
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(20));
        assertThat(ledger.lots(ann)).isEmpty();
        pen.earn(ann, "e3", 50, new ExpiryPolicy.Never());
        assertThat(pen.balance(ann, DAY)).isEqualTo(30);
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(Points.ZERO);
        assertThat(pen.remainders(ann)).containsExactly("30 of 50");
    }

    @Test
    void whatHadExpiredIsNotOwedAgain() {
        pen.earn(ann, "e1", 100, LedgerPen.onDay("2026-03-31"));
        pen.spend(ann, "s1", 40, DAY);
        expiry.expire(LocalDate.parse("2026-04-01"));

        Posting part = pen.reverseEarn("e1", Optional.of(50L), "r1");
        Posting rest = pen.reverseEarn("e1", Optional.empty(), "r2");

        assertThat(part.waived()).isEqualTo(new Points(50));
        assertThat(part.amount()).isEqualTo(Points.ZERO);
        assertThat(rest.waived()).isEqualTo(new Points(10));
        assertThat(rest.amount()).isEqualTo(new Points(-40));
        assertThat(pen.balance(ann, DAY)).isEqualTo(-40);
    }

    @Test
    void takesBackOnlyWhatIsLeftOfAnEarning() {
        pen.earn(ann, "e1", 100, new ExpiryPolicy.Never());
        pen.reverseEarn("e1", Optional.of(60L), "r1");

        assertThatThrownBy(() -> pen.reverseEarn("e1", Optional.of(41L), "r2"))
                .isInstanceOfSatisfying(
                        MoreThanIsLeft.class,
                        refusal -> assertThat(refusal.facts()).containsExactly("e1", 41L, 40L));
        assertThat(pen.reverseEarn("e1", Optional.empty(), "r2").amount()).isEqualTo(new Points(-40));
        assertThatThrownBy(() -> pen.reverseEarn("e1", Optional.empty(), "r3")).isInstanceOf(NothingLeft.class);
        assertThat(pen.reverseEarn("e1", Optional.empty(), "r2").amount()).isEqualTo(new Points(-40));
        assertThatThrownBy(() -> pen.reverseEarn("e1", Optional.of(40L), "r2")).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> pen.reverseEarn("unheard", Optional.empty(), "r4"))
                .isInstanceOf(UnknownPosting.class);
    }

    @Test
    void aReversedSpendingReturnsToItsLotsLastDrawnFirst() {
        pen.earn(ann, "soon", 30, LedgerPen.onDay("2026-03-31"));
        pen.earn(ann, "late", 50, LedgerPen.onDay("2026-12-31"));
        pen.spend(ann, "s1", 60, DAY);
        assertThat(pen.remainders(ann)).containsExactly("20 of 50");

        pen.reverseSpend("s1", Optional.of(40L), "r1");
        assertThat(pen.remainders(ann)).containsExactly("10 of 30", "50 of 50");
        pen.reverseSpend("s1", Optional.empty(), "r2");
        assertThat(pen.remainders(ann)).containsExactly("30 of 30", "50 of 50");
        assertThatThrownBy(() -> pen.reverseSpend("s1", Optional.empty(), "r3")).isInstanceOf(NothingLeft.class);
        assertThatThrownBy(() -> pen.reverseSpend("soon", Optional.empty(), "r4"))
                .isInstanceOf(UnknownPosting.class);
    }

    @Test
    void whatReturnsToALotWhoseTimeIsOverGoesWithTheNextExpiry() {
        pen.earn(ann, "soon", 30, LedgerPen.onDay("2026-03-31"));
        pen.spend(ann, "s1", 30, DAY);
        LocalDate later = LocalDate.parse("2026-05-01");
        expiry.expire(later);

        ledger.reverseSpend(
                new Reversal(LedgerPen.key("s1"), Optional.empty(), LedgerPen.key("r1"), later, LedgerPen.CAUSE));

        assertThat(pen.balance(ann, later)).isZero();
        assertThat(expiry.expire(later)).isEqualTo(1);
        assertThat(ledger.lots(ann)).isEmpty();
    }

    @Test
    void whatReturnsSettlesWhatIsOwed() {
        pen.earn(ann, "e1", 100, new ExpiryPolicy.Never());
        pen.spend(ann, "s1", 100, DAY);
        pen.reverseEarn("e1", Optional.empty(), "r1");
        assertThat(pen.balance(ann, DAY)).isEqualTo(-100);

        Posting back = pen.reverseSpend("s1", Optional.of(70L), "r2");

        assertThat(back.debtChange()).isEqualTo(new Points(-70));
        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(30));
        assertThat(ledger.lots(ann)).isEmpty();
        pen.reverseSpend("s1", Optional.empty(), "r3");
        assertThat(ledger.balance(ann, DAY)).isEqualTo(Balance.NOTHING);
    }
}
