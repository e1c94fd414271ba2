package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds decide at once also on terms that began before the version that says so. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RefundingAtOnceTests {

    private static final ProgrammeTerms AT_DUE = programme(RefundRule.AT_DUE, 1_000);

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private TierReading tiers;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private TierRows rows;
    private UserId ann;

    @BeforeEach
    void gold() {
        facts = new Facts(jdbc);
        rows = new TierRows(new Nights(metrics, histories, program, tiering), tiering, tiers, jdbc);
        ann = facts.user("ann", "2023-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        publish(AT_DUE, "2024-01-01");
        rows.evaluate("2024-01-10");
    }

    @Test
    void whoWasTakenOverByTheVersionDropsByARefund() {
        publish(programme(RefundRule.AT_ONCE, 1_000), "2024-02-01");
        rows.evaluate("2024-02-01");
        facts.refund(ann, "2024-03-01", 1_00);
        rows.evaluate("2024-03-01");
        assertThat(rows.of(ann))
                .containsExactly(
                        "[2024-01-10,2024-02-01) 2 START 2025-01-10",
                        "[2024-02-01,2024-03-01) 2 PROGRAMME 2025-01-10",
                        "[2024-03-01,) 1 REFUND null");
    }

    @Test
    void onTheDayTheVersionBeginsToo() {
        publish(programme(RefundRule.AT_ONCE, 1_000), "2024-02-01");
        facts.refund(ann, "2024-02-01", 1_00);
        rows.evaluate("2024-02-01");
        assertThat(rows.of(ann))
                .containsExactly("[2024-01-10,2024-02-01) 2 START 2025-01-10", "[2024-02-01,) 1 REFUND null");
    }

    /** That the version asks for more decides at the due date; only what was given back since decides at once. */
    @Test
    void whoWouldNotMeetTheVersionAnywayKeepsTheTermAsItRuns() {
        publish(programme(RefundRule.AT_ONCE, 1_001), "2024-02-01");
        facts.refund(ann, "2024-02-10", 1_00);
        rows.evaluate("2024-03-01");
        assertThat(rows.of(ann)).last().isEqualTo("[2024-02-01,) 2 PROGRAMME 2025-01-10");
    }

    /** A term that was kept is counted from its own beginning, whichever versions came since: the order of 2024-01-10 no longer counts. */
    @Test
    void aTermThatWasKeptBeganAsItDidBefore() {
        facts.order(ann, "2025-01-05", 100_000);
        rows.evaluate("2025-02-20");
        publish(programme(RefundRule.AT_ONCE, 1_000), "2025-03-01");
        rows.evaluate("2025-03-01");
        facts.refund(ann, "2025-04-01", 50_000);
        rows.evaluate("2025-04-01");
        assertThat(rows.of(ann)).last().asString().contains(" 1 REFUND ");
    }

    private void publish(ProgrammeTerms terms, String from) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(LocalDate.parse(from));
    }

    private static ProgrammeTerms programme(RefundRule refunds, long gold) {
        return Programmes.of(
                refunds, Programmes.tier(2, TierRule.growth(gold), TierRule.NONE, 12, 30, AtDue.ONE_STEP, 1));
    }
}
