package io.wellspring.profiles;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.wellspring.shared.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * What rules are compiled from beside {@link ProfileTable}: the histories {@code h}, which keep the days of what a user did in order and
 * beside each the running sum.
 */
public final class HistoryTable {

    /** Who ordered when: one row a user. */
    public static final Table<Record> ORDER_HISTORY =
            table(name("metrics", "order_history")).as("h");
    /** Who did what else when: one row a user and type. */
    public static final Table<Record> BEHAVIOUR_HISTORY =
            table(name("metrics", "behaviour_history")).as("h");

    public static final Field<Long> USER_ID = field(name("h", "user_id"), Long.class);

    private record Days(Field<LocalDate> first, Field<LocalDate> last) {}

    private static final Days ORDER_DAYS = new Days(
            field(name("h", "first_order_day"), LocalDate.class), field(name("h", "last_order_day"), LocalDate.class));
    private static final Days REFUND_DAYS = new Days(
            field(name("h", "first_refund_day"), LocalDate.class),
            field(name("h", "last_refund_day"), LocalDate.class));

    private HistoryTable() {}

    /** How many orders a row of {@link #ORDER_HISTORY} has in a period; in none, ever up to {@code asOf}. */
    public static Field<Long> orders(Optional<Period> period, LocalDate asOf) {
        return among(ORDER_DAYS, period, asOf, places("h.order_days", period, asOf));
    }

    /** How many refunds it has. */
    public static Field<Long> refunds(Optional<Period> period, LocalDate asOf) {
        return among(REFUND_DAYS, period, asOf, places("h.refund_days", period, asOf));
    }

    /** Minor units of its orders less its refunds. */
    public static Field<Long> net(Optional<Period> period, LocalDate asOf) {
        return among(ORDER_DAYS, period, asOf, grown("h.spent", "h.order_days", period, asOf))
                .minus(among(REFUND_DAYS, period, asOf, grown("h.refunded", "h.refund_days", period, asOf)));
    }

    /** How many times a row of {@link #BEHAVIOUR_HISTORY} says it was done. */
    public static Field<Long> times(Optional<Period> period, LocalDate asOf) {
        return grown("h.times", "h.days", period, asOf);
    }

    /** The first day of a row of {@link #BEHAVIOUR_HISTORY}, of those up to {@code asOf}. */
    public static Field<LocalDate> firstDay(LocalDate asOf) {
        return field("case when h.days[1] <= {0} then h.days[1] end", LocalDate.class, inline(asOf));
    }

    /** The last day of a row of {@link #BEHAVIOUR_HISTORY}, of those up to {@code asOf}. */
    public static Field<LocalDate> lastDay(LocalDate asOf) {
        return field("h.days[width_bucket({0}, h.days)]", LocalDate.class, inline(asOf));
    }

    public static Condition ofType(String type) {
        return field(name("h", "type"), String.class).eq(val(type));
    }

    /** Nothing where no day lies in the period, which the first and the last tell without looking at the others. */
    private static Field<Long> among(Days days, Optional<Period> period, LocalDate asOf, Field<Long> found) {
        Condition some = days.first.le(inline(last(period, asOf)));
        return when(
                        period.map(given -> some.and(days.last.gt(inline(before(given, asOf)))))
                                .orElse(some),
                        found)
                .otherwise(inline(0L));
    }

    /** How many days of an ordered array lie in a period: {@code width_bucket} counts those up to a day by halving. */
    private static Field<Long> places(String days, Optional<Period> period, LocalDate asOf) {
        Field<Long> until = upTo(days, last(period, asOf));
        return period.map(given -> until.minus(upTo(days, before(given, asOf)))).orElse(until);
    }

    private static Field<Long> grown(String sums, String days, Optional<Period> period, LocalDate asOf) {
        Field<Long> until = sumUpTo(sums, days, last(period, asOf));
        return period.map(given -> until.minus(sumUpTo(sums, days, before(given, asOf))))
                .orElse(until);
    }

    private static LocalDate last(Optional<Period> period, LocalDate asOf) {
        return period.map(Period::lastDay).filter(day -> day.isBefore(asOf)).orElse(asOf);
    }

    /** The day before the period, but not after {@code asOf}: a period yet to come holds nothing. */
    private static LocalDate before(Period period, LocalDate asOf) {
        LocalDate before = period.from().minusDays(1);
        return before.isAfter(asOf) ? asOf : before;
    }

    private static Field<Long> upTo(String days, LocalDate day) {
        return field("width_bucket({0}, {1})::bigint", Long.class, inline(day), field(days));
    }

    private static Field<Long> sumUpTo(String sums, String days, LocalDate day) {
        return coalesce(
                field("{0}[width_bucket({1}, {2})]", Long.class, field(sums), inline(day), field(days)), inline(0L));
    }
}
