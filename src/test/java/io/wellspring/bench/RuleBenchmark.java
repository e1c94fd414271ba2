package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.RuleCounts;
import io.wellspring.segments.RuleDesk;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Rules and segments at full size: counting them, bringing them up to date, laying them over one another. */
@RequiredArgsConstructor
final class RuleBenchmark {

    private static final int OVERLAPPING = 20;
    private static final List<String> CITIES = List.of("杭州", "宁波", "南京", "苏州", "上海", "北京", "成都", "武汉", "青岛", "西安");
    private static final List<String> CHANNELS = List.of("App", "小程序", "公众号", "天猫", "京东", "抖音", "门店", "老带新");

    private static final List<String> STAGES = List.of("NEW", "SLIPPING", "DORMANT", "LOST", "RETURNED");

    private final RuleDesk desk;
    private final SegmentBook book;
    private final ListedSegments listed;
    private final SegmentRefresh refresh;
    private final Reference reference;
    private final BenchReport report;
    private int asked;

    /** Counts with all their parts, as the editor asks for them: with one condition changed, and with all of them new. */
    void count() {
        Timings filtered = Timings.of(() -> reference.run("count-rule"));
        Timings masked = Timings.of(() -> reference.run("count-rule-masked"));
        Timings byHand = filtered.percentile(95) < masked.percentile(95) ? filtered : masked;
        report.bound(
                "count of four profile conditions and of each, one of them changed",
                Timings.of(() -> counted(onProfile(0, ++asked))),
                150,
                byHand,
                1.3);
        report.bound(
                "count of four profile conditions and of each, all of them new",
                Timings.of(() -> counted(onProfile(++asked, ++asked))),
                150,
                byHand,
                1.3);
        report.bound(
                "count of two order-history conditions and of each, one of them changed",
                Timings.of(() -> counted(onOrders(0, ++asked))),
                800);
        report.bound(
                "count of two order-history conditions and of each, both new",
                Timings.of(() -> counted(onOrders(++asked, ++asked))),
                800);
    }

    private static RuleNode onProfile(int others, int net) {
        LocalDate since = LocalDate.parse("2026-06-01").minusDays(others);
        return all(
                field("stage", "IS_ANY_OF", "GROWING", "MATURE", STAGES.get(others % STAGES.size())),
                field("city", "IS_ANY_OF", "杭州", CITIES.get(1 + others % 9)),
                field("net", "AT_LEAST", Integer.toString(1000 + net)),
                field("last-order", "SINCE", since.toString()));
    }

    private static RuleNode onOrders(int other, int spent) {
        LocalDate until = LocalDate.parse("2026-05-31").minusDays(other % 200);
        return all(
                did(Kind.ORDERS, "2", "last:" + (90 + other)),
                did(Kind.SPENT, Integer.toString(1000 + spent), "2025-11-01.." + until));
    }

    /** Fifty dynamic segments of every kind of rule, with members. */
    List<Long> segments() {
        List<Long> segments = rules().stream()
                .map(rule -> book.create("Bench " + System.nanoTime(), "", rule))
                .toList();
        refresh.refreshAll();
        assertThat(segments).hasSize(50);
        return segments;
    }

    /** Brings all segments up to date, after new figures have come. */
    void refresh() {
        report.bound("refresh of 50 segments after a day", Timings.once(refresh::refreshAll), 10_000);
    }

    /** Twenty segments of a twentieth of the users each. */
    void overlap(long users) {
        List<Long> segments = new ArrayList<>();
        for (int i = 0; i < OVERLAPPING; i++) {
            int place = i;
            segments.add(listed.createListed("Overlap " + System.nanoTime(), "", taker -> {
                        for (long user = place; user < users; user += OVERLAPPING - place % 2) {
                            taker.accept(BenchData.number(user));
                        }
                    })
                    .segment());
        }
        report.bound("overlap of 20 segments of 5 % each", Timings.of(() -> book.overlap(segments)), 2000);
    }

    private void counted(RuleNode rule) {
        RuleCounts counts = desk.count(rule, Optional.empty());
        assertThat(counts.total().orElseThrow()).isPositive();
    }

    private static List<RuleNode> rules() {
        return Stream.of(
                        CITIES.stream()
                                .map(city -> all(field("city", "IS_ANY_OF", city), field("orders", "AT_LEAST", "3"))),
                        CHANNELS.stream()
                                .map(channel -> all(
                                        field("channel", "IS_ANY_OF", channel),
                                        field("last-order", "LONGER_AGO_THAN_DAYS", "90"))),
                        Stream.of("PROSPECT", "NEW", "GROWING", "MATURE", "SLIPPING", "DORMANT", "LOST", "RETURNED")
                                .map(stage -> all(field("stage", "IS_ANY_OF", stage))),
                        Stream.of("111", "110", "101", "100", "011", "010", "001", "000")
                                .map(code -> all(field("class", "IS_ANY_OF", code), field("has-phone", "YES"))),
                        Stream.of("7", "30", "60", "90")
                                .map(days -> all(did(Kind.ORDERS, "1", "last:" + days), field("r", "AT_LEAST", "2"))),
                        Stream.of("500", "1000", "5000", "20000")
                                .map(amount -> all(
                                        did(Kind.SPENT, amount, "last:180"),
                                        RuleNode.group(Kind.NONE, List.of(did(Kind.REFUNDS, "1", "last:180"))))),
                        Stream.of("1", "7", "30")
                                .map(days -> all(RuleNode.condition(Kind.BIRTHDAY, "", "", List.of(days), ""))),
                        Stream.of("30", "60", "90", "120", "180")
                                .map(days -> RuleNode.group(
                                        Kind.ANY,
                                        List.of(
                                                field("registered", "IN_LAST_DAYS", days),
                                                field("first-order", "IN_LAST_DAYS", days)))))
                .flatMap(rules -> rules)
                .toList();
    }

    private static RuleNode all(RuleNode... parts) {
        return RuleNode.group(Kind.ALL, List.of(parts));
    }

    private static RuleNode field(String code, String operator, String... values) {
        return RuleNode.condition(Kind.FIELD, code, operator, List.of(values), "");
    }

    private static RuleNode did(Kind deed, String bound, String when) {
        return RuleNode.condition(deed, "", "AT_LEAST", List.of(bound), when);
    }
}
