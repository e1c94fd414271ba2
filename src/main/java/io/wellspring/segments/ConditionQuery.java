package io.wellspring.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.wellspring.profiles.HistoryTable;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileTable;
import io.wellspring.shared.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Who satisfies a condition on what stands in rows of its own: tags, members, attributes, histories. It never names those of whom there are
 * no rows.
 *
 * @param users each once
 * @param others whether it is everybody else who satisfies it
 */
record ConditionQuery(Select<Record1<Long>> users, boolean others) {

    /** @throws IllegalArgumentException for a condition on the profile itself, and for a group */
    static ConditionQuery of(Rule condition, LocalDate asOf, DayOfWeek weekStart) {
        return switch (condition) {
            case Rule.Attribute asked ->
                new ConditionQuery(
                        ProfileTable.usersWith(asked.test(), asOf),
                        asked.test().operator() == Operator.IS_NONE_OF
                                || asked.test().operator() == Operator.NOT_FILLED_IN);
            case Rule.Tagged tagged ->
                new ConditionQuery(
                        ProfileTable.usersWithTags(tagged.tags(), tagged.having() == Rule.Having.ALL),
                        tagged.having() == Rule.Having.NONE);
            case Rule.Member member -> new ConditionQuery(members(member.segment()), !member.in());
            case Rule.Did did -> of(HistoryQuery.of(did, asOf, weekStart).orElseThrow());
            case Rule.Moment moment ->
                of(HistoryQuery.of(moment, asOf, weekStart).orElseThrow());
            case Rule.Field field -> throw new IllegalArgumentException("A field of the profile");
            case Rule.Birthday birthday -> throw new IllegalArgumentException("A field of the profile");
            case Rule.Group group -> throw new IllegalArgumentException("A group is no condition");
        };
    }

    private static ConditionQuery of(HistoryQuery history) {
        return new ConditionQuery(history.users(), history.others());
    }

    /** How often, or for how much, the user of a row of the history did something. */
    static Field<Long> done(Rule.Did did, LocalDate asOf, DayOfWeek weekStart) {
        Optional<Period> period = did.when().period(asOf, weekStart);
        return switch (did.deed()) {
            case ORDERS -> HistoryTable.orders(period, asOf);
            case SPENT -> HistoryTable.net(period, asOf);
            case REFUNDS -> HistoryTable.refunds(period, asOf);
            case ACTIVITY -> HistoryTable.times(period, asOf);
        };
    }

    /** On which day the user of a row of the history did something first, or last. */
    static Field<LocalDate> day(Rule.Moment moment, LocalDate asOf) {
        return moment.first() ? HistoryTable.firstDay(asOf) : HistoryTable.lastDay(asOf);
    }

    /** The members of a segment. */
    static Select<Record1<Long>> members(long segment) {
        Field<Long> of = field(name("m", "segment_id"), Long.class);
        return select(field(name("m", "user_id"), Long.class))
                .from(table(name("segments", "member")).as("m"))
                .where(of.eq(inline(segment)));
    }
}
