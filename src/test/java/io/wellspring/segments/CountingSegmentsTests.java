package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann and others are counted by rules and templates, each where a pencil puts them. */
@WellspringTest
@AsStaff
class CountingSegmentsTests {

    @Autowired
    private SegmentBook book;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private RuleDesk desk;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Figures figures;
    private MemberRows members;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        figures = new Figures(metrics, histories, profiles);
        members = new MemberRows(jdbc);
        UserId ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        figures.refresh();
    }

    @Test
    void countsWhoIsInExactlyWhich() {
        facts.order(bob, "2026-02-01", 100);
        figures.refresh();
        long ever = book.create("Ever", "", PlainRules.BUYERS);
        long june = book.create("June", "", PlainRules.orders("AT_LEAST", "1", "2026-06-01..2026-06-30"));
        refresh.refreshAll();

        Overlap overlap = book.overlap(List.of(ever, june));

        assertThat(overlap.exactly(0b01)).isEqualTo(1);
        assertThat(overlap.exactly(0b11)).isEqualTo(1);
        assertThat(overlap.both(0, 1)).isEqualTo(1);
        assertThat(overlap.any()).isEqualTo(2);
        assertThat(book.figures(List.of(ever))
                        .getOrDefault(ever, SegmentFigures.NOBODY)
                        .orders())
                .isEqualTo(2);
    }

    @Test
    void startsFromEveryTemplate() {
        for (SegmentTemplate template : SegmentTemplate.ALL) {
            assertThat(desk.read(desk.start(template), Optional.empty()).faults())
                    .as(template.name())
                    .isEmpty();
        }
    }

    @Test
    void putsEverybodyWhoOrderedInTheWindowIntoExactlyOneOfThreeTemplates() {
        for (int i = 0; i < 21; i++) {
            facts.order(facts.user("user" + i, "2026-01-01"), "2026-06-0" + (1 + i % 9), 100L * (1 + i / 2));
        }
        figures.refresh();
        assertThat(sizes()).containsExactly(4L, 14L, 4L);

        jdbc.sql("update activity.order_fact set amount = 1000").update();
        figures.refresh();
        assertThat(sizes()).as("all bring the same").containsExactly(22L, 0L, 0L);
    }

    private List<Long> sizes() {
        return Stream.of(SegmentTemplate.TOP_TENTH, SegmentTemplate.MIDDLE, SegmentTemplate.BOTTOM_TENTH)
                .map(template -> desk.count(desk.start(template), Optional.empty())
                        .total()
                        .orElseThrow())
                .toList();
    }

    @Test
    void countsWhoDidNothingAmongThoseWhoSpentLittle() {
        facts.order(bob, "2026-03-01", 500);
        facts.refund(bob, "2026-06-20", 700);
        figures.refresh();

        assertThat(spent("AT_LEAST", "0")).isEqualTo(1);
        assertThat(spent("AT_LEAST", "-7.00")).isEqualTo(2);
        assertThat(spent("AT_LEAST", "-6.99")).isEqualTo(1);
        assertThat(spent("AT_MOST", "0")).isEqualTo(1);
        assertThat(spent("AT_MOST", "-7.01")).isZero();
        assertThat(spent("EXACTLY", "-7")).isEqualTo(1);
        facts.user("eve", "2026-01-01");
        figures.refresh();
        assertThat(spent("AT_LEAST", "0")).isEqualTo(2);
        assertThat(spent("AT_LEAST", "-10")).isEqualTo(3);
        assertThat(spent("AT_MOST", "0")).isEqualTo(2);
        assertThat(spent("AT_MOST", "-1")).isEqualTo(1);
        assertThat(spent("EXACTLY", "0")).isEqualTo(1);
    }

    private long spent(String comparison, String amount) {
        RuleNode rule = RuleNode.group(
                Kind.ALL, List.of(RuleNode.condition(Kind.SPENT, "", comparison, List.of(amount), "last:30")));
        long sets = desk.count(rule, Optional.empty()).total().orElseThrow();
        long segment = book.create(comparison + amount + System.nanoTime(), "", rule);
        refresh.refresh(segment);
        assertThat(members.of(segment)).hasSize(Math.toIntExact(sets));
        return sets;
    }
}
