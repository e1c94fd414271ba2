package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningBasis.OneActivity;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule says what it would give, how long that is good and what became of it; what cannot be one is refused. */
@WellspringTest
@AsStaff
class KeepingEarningRulesTests {

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
    private JdbcClient jdbc;

    private Facts facts;
    private Sales sales;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        sales = new Sales(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aRehearsalSaysWhatTheRuleThenGives() {
        EarningTerms terms = new EarningTerms(
                PlainRules.orders(3, new Money(250)),
                11,
                200,
                new EarningLimits(Optional.of(40L), Optional.of(90L), Optional.empty()),
                0,
                new ExpiryPolicy.Never(),
                LocalDate.parse("2026-05-01"),
                Optional.of(LocalDate.parse("2026-05-30")));
        jdbc.sql("update users.users set birthday = '1990-05-07'").update();
        for (int day = 1; day <= 31; day++) {
            facts.order(ann, "2026-05-%02dT10:00".formatted(day), 500 + 97L * day);
            facts.order(bob, "2026-05-%02dT11:00".formatted(day), 300L * day);
        }
        RuleRehearsal rehearsal = rules.rehearse(terms, LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-30"));
        rules.create("May", terms);
        PointsEarning.Earned earned = earning.earn(TODAY);

        assertThat(rehearsal.facts()).isEqualTo(60).isEqualTo(earned.facts());
        assertThat(rehearsal.points()).isEqualTo(180).isEqualTo(earned.points());
        assertThat(rehearsal.users()).isEqualTo(2);
    }

    @Test
    void figuresSayWhatBecameOfWhatARuleGave() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.refunded("A1", ann, "2026-02-01", 10_000, "2026-02-10", 2_500);
        sales.order("B1", bob, "ORDER", "2026-02-01", 4_000, 1);
        earning.earn(TODAY);
        ledger.spend(new Spending(ann, new Points(30), new BusinessKey("s"), TODAY, new Cause("test", "")));
        ledger.reverseSpend(new Reversal(
                new BusinessKey("s"), Optional.of(new Points(10)), new BusinessKey("r"), TODAY, new Cause("test", "")));
        sums.addUp(TODAY);
        sums.addUp(TODAY);

        assertThat(rules.figures())
                .singleElement()
                .isEqualTo(new RuleFigures(1, "Shopping", TODAY, 2, 2, 140, 25, 20, new Money(11_500), true));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31", "2028-02-29", "2026-12-31"})
    void sqlKnowsTheLastDayAsJavaDoes(LocalDate from) {
        for (ExpiryPolicy policy : List.of(
                new ExpiryPolicy.Never(),
                new ExpiryPolicy.AfterDays(0),
                new ExpiryPolicy.AfterDays(365),
                new ExpiryPolicy.EndOfMonth(0),
                new ExpiryPolicy.EndOfMonth(13),
                new ExpiryPolicy.EndOfYear(0),
                new ExpiryPolicy.EndOfYear(2),
                new ExpiryPolicy.OnDay(from.plusDays(9)))) {
            Optional<LocalDate> until = policy instanceof ExpiryPolicy.OnDay ? Optional.of(from) : Optional.empty();
            rules.create(
                    policy.toString(),
                    new EarningTerms(PlainRules.orders(1, ONE), 0, 100, EarningLimits.NONE, 0, policy, from, until));
        }
        sales.order("A1", ann, "ORDER", from.toString(), 100, 1);
        earning.earn(LocalDate.parse("2030-01-01"));

        for (EarningRule rule : rules.rules()) {
            assertThat(jdbc.sql("""
                                    select l.expires_on from points.lot l
                                    join points.earned_fact f on f.user_id = l.user_id and f.entry_id = l.lot_id and f.rule_id = :rule
                                    """)
                            .param("rule", rule.id())
                            .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                            .single())
                    .as(rule.name())
                    .isEqualTo(rule.latest().terms().expiry().lastDay(from));
        }
        assertThat(rules.rules()).hasSize(8);
    }

    @Test
    void aRuleThatCannotBeIsRefused() {
        assertThatThrownBy(() -> PlainRules.orders(0, ONE)).isInstanceOf(RuleUnfit.class);
        assertThatThrownBy(() -> PlainRules.orders(1, Money.ZERO)).isInstanceOf(AmountUnfit.class);
        assertThatThrownBy(() -> rules.create(" ", PlainRules.terms(PlainRules.orders(1, ONE))))
                .isInstanceOf(TextUnfit.class);
        rules.create("Twice", PlainRules.terms(PlainRules.orders(1, ONE)));
        assertThatThrownBy(() -> rules.create("Twice", PlainRules.terms(PlainRules.orders(1, ONE))))
                .isInstanceOf(RuleNameTaken.class);
        assertThatThrownBy(() -> rules.change(1, 1, PlainRules.terms(new OneActivity("x", 1))))
                .isInstanceOf(BasisFixed.class);
        assertThatThrownBy(() -> rules.change(99, 1, PlainRules.terms(PlainRules.orders(1, ONE))))
                .isInstanceOf(UnknownRule.class);
        assertThatThrownBy(() -> new EarningTerms(
                        PlainRules.orders(1, ONE),
                        0,
                        100,
                        EarningLimits.NONE,
                        0,
                        new ExpiryPolicy.OnDay(TODAY),
                        START,
                        Optional.of(TODAY.plusDays(1))))
                .isInstanceOf(RuleDaysUnclear.class);
    }
}
