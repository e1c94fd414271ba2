package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann's twin turns out to be her; some users with points are gone, and some therefore stay. */
@WellspringTest
@AsStaff
class PointsOfUsersWhoGoTests {

    private static final LocalDate DAY = LedgerPen.DAY;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private PointsReading reading;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserIntake intake;

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

    @Test
    void whoIsMergedHandsPointsAndDebtsOn() {
        pen.earn(ann, "e1", 40, LedgerPen.onDay("2026-12-31"));
        pen.earn(twin, "e2", 60, new ExpiryPolicy.Never());
        pen.spend(twin, "s2", 60, DAY);
        pen.reverseEarn("e2", Optional.empty(), "r2");
        merging.merge(ann, twin);

        assertThat(ledger.balance(ann, DAY).debt()).isEqualTo(new Points(60));
        assertThat(pen.balance(ann, DAY)).isEqualTo(-20);
        assertThat(ledger.statement(twin, Optional.empty(), 10).lines()).isEmpty();
        pen.earn(twin, "e3", 100, new ExpiryPolicy.Never());
        assertThat(pen.balance(ann, DAY)).isEqualTo(80);
        assertThat(pen.earn(twin, "e2", 60, new ExpiryPolicy.Never()).user()).isEqualTo(ann);
        pen.reverseSpend("s2", Optional.empty(), "r3");
        assertThat(pen.balance(ann, DAY)).isEqualTo(140);
    }

    @Test
    void whoIsMergedIntoSomebodyWithoutPointsHandsThemOnToo() {
        pen.earn(twin, "e2", 60, new ExpiryPolicy.Never());
        pen.spend(twin, "s2", 10, DAY);
        merging.merge(ann, twin);

        assertThat(pen.balance(ann, DAY)).isEqualTo(50);
        assertThat(jdbc.sql("select count(*) from points.account")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoHasPointsStaysWhenTheImportIsUndone() {
        pen.earn(ann, "e1", 10, new ExpiryPolicy.Never());

        intake.undo(1, 2);

        assertThat(intake.remainder(1, 0, 10)).extracting(UndoRemainder::reason).containsExactly("HAS_POINTS");
        assertThat(pen.balance(ann, DAY)).isEqualTo(10);
        assertThatThrownBy(() -> pen.earn(twin, "e2", 10, new ExpiryPolicy.Never()))
                .isInstanceOf(UnknownUser.class);
    }

    @Test
    void forgetsThePointsOfUsersWhoAreGone() {
        pen.earn(ann, "e1", 10, new ExpiryPolicy.Never());
        pen.earn(twin, "e2", 10, new ExpiryPolicy.Never());
        pen.spend(twin, "s2", 5, DAY);
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
}
