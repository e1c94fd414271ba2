package io.wellspring.segments;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.wellspring.profiles.HistoryTable;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Who satisfies a condition on what users did. Who did nothing has no row: so of what they satisfy, those who do not are asked for.
 *
 * @param type which type of activity; empty for orders and refunds
 * @param condition what holds of the row of a user
 * @param others whether it is everybody else who satisfies it
 */
record HistoryQuery(String type, Condition condition, boolean others) {

    /** So many conditions have a bit each in one number. */
    static final int MOST_TOGETHER = 62;

    /** Empty for a condition on something else. */
    static Optional<HistoryQuery> of(Rule condition, LocalDate asOf, DayOfWeek weekStart) {
        return switch (condition) {
            case Rule.Did did -> Optional.of(of(did, ConditionQuery.done(did, asOf, weekStart)));
            case Rule.Moment moment -> Optional.of(of(moment, asOf));
            default -> Optional.empty();
        };
    }

    private static HistoryQuery of(Rule.Did did, Field<Long> done) {
        boolean others = did.satisfiedByNothing();
        Field<Long> bound = inline(did.bound());
        Condition condition =
                switch (did.comparison()) {
                    case AT_LEAST -> others ? done.lt(bound) : done.ge(bound);
                    case AT_MOST -> others ? done.gt(bound) : done.le(bound);
                    case EXACTLY -> others ? done.ne(bound) : done.eq(bound);
                };
        return new HistoryQuery(did.type(), condition, others);
    }

    private static HistoryQuery of(Rule.Moment moment, LocalDate asOf) {
        Field<LocalDate> day = ConditionQuery.day(moment, asOf);
        return moment.test().operator() == Operator.NOT_FILLED_IN
                ? new HistoryQuery(moment.type(), day.isNotNull(), true)
                : new HistoryQuery(moment.type(), ProfileTable.satisfies(day, moment.test(), asOf), false);
    }

    Select<Record1<Long>> users() {
        return select(HistoryTable.USER_ID).from(rows(type)).where(ofType(type)).and(condition);
    }

    /** All who have a row, and of each which of some conditions on one type hold: a bit each, the first the lowest. */
    static Select<Record2<Long, Long>> together(String type, List<HistoryQuery> queries) {
        Field<Long> holding = inline(0L);
        for (int i = 0; i < queries.size(); i++) {
            holding = holding.plus(
                    when(queries.get(i).condition(), inline(1L << i)).otherwise(inline(0L)));
        }
        return select(HistoryTable.USER_ID, holding).from(rows(type)).where(ofType(type));
    }

    private static Table<Record> rows(String type) {
        return type.isEmpty() ? HistoryTable.ORDER_HISTORY : HistoryTable.BEHAVIOUR_HISTORY;
    }

    private static Condition ofType(String type) {
        return type.isEmpty() ? DSL.noCondition() : HistoryTable.ofType(type);
    }
}
