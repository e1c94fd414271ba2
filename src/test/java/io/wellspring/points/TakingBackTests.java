package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be taken back is found at once, worked off and forgotten, whether an intake brought little or very much. */
@WellspringTest
@AsStaff
class TakingBackTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    @Autowired
    EarningRules rules;

    @Autowired
    PointsEarning earning;

    @Autowired
    PointsReading reading;

    @Autowired
    JdbcClient jdbc;

    Sales sales;
    UserId ann;
    UserId bob;

    @BeforeEach
    void aPointForEachUnit() {
        ann = new Facts(jdbc).user("ann", "2026-01-01");
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        sales = new Sales(jdbc);
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, new Money(100))));
    }

    @Test
    void leavesNothingWrittenDownBehind() {
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("A1", ann, "REFUND", "2026-02-01", 2_500, 1);

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 100, 1, 25));
        assertThat(waiting()).isZero();
    }

    @Test
    void takesNothingOfWhatARunFoundThatNeverEnded() {
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        found(1, "2 days");
        found(2, "1 hour");

        assertThat(earning.earn(TODAY).pointsTakenBack()).isZero();
        assertThat(waiting()).as("that of today may still go on").isOne();
    }

    @Test
    void aRefundBelongsToTheOrderOfItsNumberAndUser() {
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("B1", bob, "ORDER", "2026-02-01", 10_000, 1);
        earning.earnFrom(1, TODAY);
        sales.order("A1", bob, "REFUND", "2026-02-01", 10_000, 2);
        sales.order("B2", bob, "REFUND", "2026-02-01", 10_000, 2);
        assertThat(earning.earnFrom(2, TODAY).pointsTakenBack()).isZero();
        sales.order("B1", bob, "REFUND", "2026-02-01", 10_000, 3);
        assertThat(earning.earnFrom(3, TODAY).pointsTakenBack()).isEqualTo(100);
    }

    @Test
    void anIntakeOfVeryMuchIsLookedAtByUsersAndWhatWasMissedWithIt() {
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("B1", bob, "ORDER", "2026-02-01", 20_000, 2);
        sales.order("B1", bob, "REFUND", "2026-02-01", 5_000, 2);
        jdbc.sql("insert into activity.order_intake (intake_id, orders, refunds) values (2, 200001, 1)")
                .update();

        assertThat(earning.earnFrom(2, TODAY)).isEqualTo(new PointsEarning.Earned(2, 300, 1, 50));
        assertThat(earning.earnFrom(2, TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
        assertThat(reading.drift(1)).isEmpty();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from points.taking_back")
                .query(Long.class)
                .single();
    }

    private void found(int run, String ago) {
        jdbc.sql("""
                        insert into points.taking_back (run_id, user_id, rule_id, fact_id, why, found_at)
                        select -:run, user_id, rule_id, fact_id, 'GONE', now() - cast(:ago as interval)
                        from points.earned_fact
                        """).param("run", run).param("ago", ago).update();
    }
}
