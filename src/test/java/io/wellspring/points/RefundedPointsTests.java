package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann buys and gives back, and her refunds are undone: what rules gave follows, and owes what was spent. */
@WellspringTest
@AsStaff
class RefundedPointsTests {

    private static final LocalDate START = PlainRules.START;
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final Money ONE = new Money(100);

    @Autowired
    private EarningRules rules;

    @Autowired
    private PointsEarning earning;

    @Autowired
    private PointsSums sums;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private JdbcClient jdbc;

    private Sales sales;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        sales = new Sales(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aRefundTakesItsShareBackOnce() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.refunded("A1", ann, "2026-02-01", 10_000, "2026-02-10", 3_350);
        sales.refunded("A2", ann, "2026-02-02", 5_000, "2026-02-11", 5_000);
        sales.refunded("B1", bob, "2026-02-02", 5_000, "2026-07-01", 5_000);

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(3, 200, 2, 83));
        assertThat(earning.earn(TODAY).pointsTakenBack()).isZero();
        assertThat(balance(ann)).as("100 - 33 + 50 - 50").isEqualTo(67);
        assertThat(balance(bob)).as("refunded tomorrow").isEqualTo(50);
    }

    @Test
    void whatWasSpentOfARefundedOrderIsOwedAndTheNextOrderSettlesIt() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        ledger.spend(new Spending(ann, new Points(80), new BusinessKey("s"), TODAY, new Cause("test", "")));
        sales.order("A1", ann, "REFUND", "2026-02-10", 10_000, 2);
        earning.earnFrom(2, TODAY);

        assertThat(balance(ann)).isEqualTo(-80);
        sales.order("A3", ann, "ORDER", "2026-03-01", 5_000, 3);
        sales.order("A4", ann, "ORDER", "2026-03-02", 5_000, 3);
        earning.earnFrom(3, TODAY);
        assertThat(balance(ann)).isEqualTo(20);
        assertThat(ledger.lots(ann)).hasSize(1);
    }

    /** Refunded, refunded after it had expired, gone after it was spent, and a refund that is gone: each entry is some rule’s. */
    @Test
    void rulesGaveWhatTheLedgerSaysTheyGave() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        rules.create("Short", PlainRules.goodForTenDays(PlainRules.orders(1, ONE), 0));
        sales.refunded("A1", ann, "2026-02-01", 10_000, "2026-02-10", 2_500);
        sales.order("A2", ann, "ORDER", "2026-02-02", 5_000, 1);
        sales.order("B1", bob, "ORDER", "2026-02-03", 4_000, 1);
        earning.earn(TODAY);
        ledger.spend(new Spending(ann, new Points(120), new BusinessKey("s"), TODAY, new Cause("test", "")));
        expiry.expire(TODAY);
        sales.order("B1", bob, "REFUND", "2026-03-10", 4_000, 2);
        jdbc.sql("delete from activity.order_fact where order_no = 'A2' or order_no = 'A1' and kind = 'REFUND'")
                .update();
        earning.earn(TODAY);
        sums.addUp(TODAY);

        long issued = rules.figures().stream().mapToLong(RuleFigures::issued).sum();
        long takenBack =
                rules.figures().stream().mapToLong(RuleFigures::takenBack).sum();
        assertThat(takenBack).isPositive();
        assertThat(issued).isEqualTo(sum(EntryKind.EARN)).isGreaterThan(380);
        assertThat(takenBack).isEqualTo(-sum(EntryKind.REVERSE_EARN));
        assertThat(rules.figures())
                .as("what is gone was never bought")
                .allSatisfy(rule -> assertThat(rule.facts()).isEqualTo(2));
    }

    private long sum(EntryKind kind) {
        return reading.flows().stream()
                .filter(flow -> flow.kind() == kind && flow.source().equals("rule"))
                .mapToLong(PointsFlow::amount)
                .sum();
    }

    @Test
    void whatExpiredOfARefundedOrderIsNotOwed() {
        rules.create("Short", PlainRules.goodForTenDays(PlainRules.orders(1, ONE), 7));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        assertThat(jdbc.sql("select available_from || ' ' || expires_on from points.lot")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-02-08 2026-02-18");
        expiry.expire(TODAY);
        sales.order("A1", ann, "REFUND", "2026-03-10", 10_000, 2);
        earning.earn(TODAY);
        assertThat(balance(ann)).isZero();
    }

    @Test
    void anUndoneRefundGivesBackWhatItTookAndMayComeAgain() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("A1", ann, "REFUND", "2026-02-10", 3_300, 2);
        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(67);

        for (int time = 0; time < 2; time++) {
            jdbc.sql("delete from activity.order_fact where kind = 'REFUND'").update();
            earning.earn(TODAY);
            assertThat(balance(ann)).as("undone").isEqualTo(100);
            assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
            assertThat(ledger.lots(ann))
                    .singleElement()
                    .satisfies(lot -> assertThat(lot.remaining()).isEqualTo(new Points(100)));

            sales.order("A1", ann, "REFUND", "2026-02-10", 10_000, 3);
            earning.earn(TODAY);
            assertThat(balance(ann)).as("and back again, all of it").isZero();
        }
        jdbc.sql("delete from activity.order_fact").update();
        earning.earn(TODAY);
        assertThat(balance(ann)).isZero();
    }

    @Test
    void whatAnUndoneRefundMadeOwedIsOwedNoLonger() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        ledger.spend(new Spending(ann, new Points(80), new BusinessKey("s"), TODAY, new Cause("test", "")));
        sales.order("A1", ann, "REFUND", "2026-02-10", 10_000, 2);
        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(-80);

        jdbc.sql("delete from activity.order_fact where kind = 'REFUND'").update();
        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(20);
        assertThat(ledger.lots(ann))
                .singleElement()
                .satisfies(lot -> assertThat(lot.remaining()).isEqualTo(new Points(20)));
    }

    /** The debt was settled by what was bought next, and the spending given back: the lot has no room for all that returns. */
    @Test
    void whatDoesNotFitItsLotIsALotOfItsOwn() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        ledger.spend(new Spending(ann, new Points(80), new BusinessKey("s"), TODAY, new Cause("test", "")));
        sales.order("A1", ann, "REFUND", "2026-02-10", 10_000, 2);
        sales.order("A2", ann, "ORDER", "2026-03-01", 8_000, 2);
        earning.earn(TODAY);
        ledger.reverseSpend(new Reversal(
                new BusinessKey("s"), Optional.empty(), new BusinessKey("r"), TODAY, new Cause("test", "")));
        assertThat(balance(ann)).as("80 bought, 80 given back, 80 owed").isEqualTo(80);

        jdbc.sql("delete from activity.order_fact where kind = 'REFUND'").update();
        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(180);
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
    }

    @Test
    void whatExpiredMeanwhileOfAnUndoneRefundExpiresToo() {
        rules.create("Short", PlainRules.goodForTenDays(PlainRules.orders(1, ONE), 0));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("A1", ann, "REFUND", "2026-02-05", 10_000, 2);
        earning.earn(TODAY);
        jdbc.sql("delete from activity.order_fact where kind = 'REFUND'").update();
        earning.earn(TODAY);
        expiry.expire(TODAY);
        assertThat(balance(ann)).isZero();
        assertThat(jdbc.sql("select expired from points.lot").query(Long.class).single())
                .isEqualTo(100);
    }

    @Test
    void whatIsGoneIsTakenBackAndMayComeAgain() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 1);
        sales.order("A2", ann, "ORDER", "2026-02-02", 20, 1);
        earning.earn(TODAY);
        jdbc.sql("delete from activity.order_fact").update();
        earning.earn(TODAY);
        assertThat(balance(ann)).isZero();
        assertThat(count("points.earned_fact where not gone")).isZero();

        sales.order("A1", ann, "ORDER", "2026-02-01", 10_000, 5);
        earning.earnFrom(5, TODAY);
        assertThat(balance(ann)).isEqualTo(100);
    }

    private long balance(UserId user) {
        return ledger.balance(user, LocalDate.parse("2026-12-31")).total().value();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
