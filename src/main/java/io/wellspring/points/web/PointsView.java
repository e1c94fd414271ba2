package io.wellspring.points.web;

import io.wellspring.points.EntryKind;
import io.wellspring.points.PointsFlow;
import io.wellspring.shared.web.Chart;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came and went, put together for a page. */
final class PointsView {

    private static final String TEAL = "#0b6e7b";
    private static final String GOLD = "#c8912b";
    private static final String RED = "#d9603f";

    private PointsView() {}

    /**
     * What happened in one month, or in all. All of it is counted upwards.
     *
     * @param issued earned, or given by an adjustment
     * @param burned spent, less what was given back
     * @param reversed taken back of what was earned, or taken by an adjustment
     */
    record Sums(long issued, long burned, long expired, long reversed) {

        static Sums of(List<PointsFlow> flows) {
            return new Sums(
                    sum(flows, flow -> brings(flow) ? flow.amount() : 0),
                    -sum(flows, flow -> spends(flow) ? flow.amount() : 0),
                    -sum(flows, flow -> flow.kind() == EntryKind.EXPIRE ? flow.amount() : 0),
                    -sum(flows, flow -> takesBack(flow) ? flow.amount() : 0));
        }

        private static boolean brings(PointsFlow flow) {
            return flow.kind() == EntryKind.EARN || flow.kind() == EntryKind.ADJUST && flow.up();
        }

        private static boolean spends(PointsFlow flow) {
            return flow.kind() == EntryKind.SPEND || flow.kind() == EntryKind.REVERSE_SPEND;
        }

        private static boolean takesBack(PointsFlow flow) {
            return flow.kind() == EntryKind.REVERSE_EARN || flow.kind() == EntryKind.ADJUST && !flow.up();
        }
    }

    record Month(YearMonth month, Sums sums) {}

    /** @param amount what it changed all balances by */
    record BySource(EntryKind kind, String source, long entries, long amount) {}

    /** The last {@code count} months up to one, the latest last; those in which nothing happened too. */
    static List<Month> months(List<PointsFlow> flows, YearMonth last, int count) {
        Map<YearMonth, List<PointsFlow>> byMonth =
                flows.stream().collect(Collectors.groupingBy(PointsFlow::month, TreeMap::new, Collectors.toList()));
        return Stream.iterate(last.minusMonths(count - 1L), month -> month.plusMonths(1))
                .limit(count)
                .map(month -> new Month(month, Sums.of(byMonth.getOrDefault(month, List.of()))))
                .toList();
    }

    static List<BySource> bySource(List<PointsFlow> flows) {
        record Key(EntryKind kind, String source) {}
        Map<Key, List<PointsFlow>> groups =
                flows.stream().collect(Collectors.groupingBy(flow -> new Key(flow.kind(), flow.source())));
        List<BySource> rows = new ArrayList<>();
        groups.forEach((key, some) -> rows.add(
                new BySource(key.kind(), key.source(), sum(some, PointsFlow::entries), sum(some, PointsFlow::amount))));
        rows.sort(Comparator.comparing(BySource::kind).thenComparing(row -> -Math.abs(row.amount())));
        return rows;
    }

    static Chart chart(List<Month> months, String issued, String burned, String expired) {
        return Chart.of(
                "bars",
                Map.of(
                        "labels",
                        months.stream().map(month -> month.month().toString()).toList(),
                        "series",
                        List.of(
                                series(issued, TEAL, months, Sums::issued),
                                series(burned, GOLD, months, Sums::burned),
                                series(expired, RED, months, Sums::expired))));
    }

    private static Map<String, Object> series(String name, String colour, List<Month> months, ToLongFunction<Sums> of) {
        return Map.of(
                "name",
                name,
                "colour",
                colour,
                "values",
                months.stream().map(month -> of.applyAsLong(month.sums())).toList());
    }

    private static long sum(List<PointsFlow> flows, ToLongFunction<PointsFlow> of) {
        return flows.stream().mapToLong(of).sum();
    }
}
