package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

/**
 * What lists of users can be sorted by. Users of whom it is not known stand last, whichever way it goes; among equals, the number of the
 * user decides. Codes go in the order they have in life, and among those of one code the greatest net amount is first.
 */
public enum ProfileSort {
    REGISTERED("registered", "registered_on", LocalDate.class, LocalDate::parse, true),
    FIRST_ORDER("first-order", "first_order_on", LocalDate.class, LocalDate::parse, true),
    LAST_ORDER("last-order", "last_order_on", LocalDate.class, LocalDate::parse, true),
    ORDERS("orders", "orders", Integer.class, Integer::valueOf, false),
    REFUNDS("refunds", "refunds", Integer.class, Integer::valueOf, false),
    NET_AMOUNT("net", "net_amount", Long.class, Long::valueOf, false),
    AVERAGE_ORDER("average-order", ProfileColumns.AVERAGE_ORDER, Long::valueOf),
    RHYTHM("rhythm", "median_gap_days", BigDecimal.class, BigDecimal::new, true),
    WINDOW_ORDERS("window-orders", "window_orders", Integer.class, Integer::valueOf, false),
    WINDOW_NET("window-net", "window_net", Long.class, Long::valueOf, false),
    GROWTH_VALUE("growth", "growth_value", Long.class, Long::valueOf, false),
    POINTS("points", "points", Long.class, Long::valueOf, false),
    CLASS(
            "class",
            ProfileColumns.CLASS,
            RfmClass.ALL.stream().map(RfmClass::code).toList()),
    GROUP(
            "group",
            ProfileColumns.GROUP,
            RfmGroup.ALL.stream().map(RfmGroup::name).toList()),
    STAGE("stage", ProfileColumns.STAGE, Stage.ALL.stream().map(Stage::name).toList()),
    STAGE_SINCE("stage-since", "stage_since", LocalDate.class, LocalDate::parse, true);

    public static final List<ProfileSort> ALL = List.of(values());

    private final String parameter;
    private final List<SortRun> known;
    private final Optional<SortRun> missing;
    private final Field<?> whole;

    <T> ProfileSort(String parameter, String column, Class<T> type, Function<String, T> reading, boolean canBeMissing) {
        this(parameter, field(DSL.name("p", column), type), reading, canBeMissing);
    }

    <T> ProfileSort(String parameter, Field<T> column, Function<String, T> reading) {
        this(parameter, column, reading, true);
    }

    <T> ProfileSort(String parameter, Field<T> column, Function<String, T> reading, boolean canBeMissing) {
        this.parameter = parameter;
        this.known = List.of(SortRun.ofValues(column, reading, canBeMissing));
        this.missing = canBeMissing ? Optional.of(SortRun.ofMissing(column)) : Optional.empty();
        this.whole = column;
    }

    ProfileSort(String parameter, Field<String> column, List<String> codes) {
        SortRun.Key<Long> net = new SortRun.Key<>(ProfileColumns.NET, Long::valueOf);
        this.parameter = parameter;
        this.known =
                codes.stream().map(code -> SortRun.ofCode(column, code, net)).toList();
        this.missing = Optional.of(SortRun.ofNoCode(column, net));
        this.whole = field(
                "array_position(string_to_array({0}, ','), {1})",
                Integer.class, inline(String.join(",", codes)), column);
    }

    /** What it is called in an address. */
    public String parameter() {
        return parameter;
    }

    public static Optional<ProfileSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(one -> one.parameter.equals(parameter))
                .findFirst();
    }

    /** Whether it goes by codes, in the order they have in life. */
    public boolean isByCode() {
        return known.size() > 1;
    }

    /** What the list consists of, in the order it is shown. */
    List<SortRun> runs(boolean descending) {
        List<SortRun> runs = new ArrayList<>(known);
        if (descending) {
            Collections.reverse(runs);
        }
        missing.ifPresent(runs::add);
        return runs;
    }

    /** The same order for the whole list at once. */
    List<SortField<?>> sorting(boolean descending) {
        SortOrder order = descending ? SortOrder.DESC : SortOrder.ASC;
        SortField<?> first = whole.sort(order).nullsLast();
        return isByCode()
                ? List.of(first, ProfileColumns.NET.desc(), ProfileColumns.USER_ID.desc())
                : List.of(first, ProfileColumns.USER_ID.sort(order));
    }
}
