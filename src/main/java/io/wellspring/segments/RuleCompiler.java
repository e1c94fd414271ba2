package io.wellspring.segments;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.wellspring.profiles.HistoryTable;
import io.wellspring.profiles.ProfileTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Makes SQL of a rule. Conditions on the profile stand as they are; whatever has rows of its own (tags, members, attributes, histories) is
 * joined beside the profile as a list of users, once, whether the conditions are joined by all, any or none. What is not known is not satisfied, and neither is its opposite lost: {@code none} of something
 * unknown holds.
 */
final class RuleCompiler {

    private static final Field<Long> NOTHING = inline(0L);

    private final LocalDate asOf;
    private final DayOfWeek weekStart;
    private final Currency currency;
    private final Optional<UserRange> within;

    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final Map<String, Field<?>> values = new HashMap<>();
    private final Map<String, AskedHistory> histories = new LinkedHashMap<>();
    private Table<? extends Record> from = ProfileTable.PROFILE;
    private int beside;

    private RuleCompiler(LocalDate asOf, DayOfWeek weekStart, Currency currency, Optional<UserRange> within) {
        this.asOf = asOf;
        this.weekStart = weekStart;
        this.currency = currency;
        this.within = within;
    }

    /** The conditions of every place that is finished, for all users. */
    static CompiledRule compile(RuleReading reading, LocalDate asOf, DayOfWeek weekStart, Currency currency) {
        return new RuleCompiler(asOf, weekStart, currency, Optional.empty()).compile(reading);
    }

    /** The same for looking at a few users, of whom everything matters. */
    static CompiledRule compile(
            RuleReading reading, LocalDate asOf, DayOfWeek weekStart, Currency currency, UserRange within) {
        return new RuleCompiler(asOf, weekStart, currency, Optional.of(within)).compile(reading);
    }

    private CompiledRule compile(RuleReading reading) {
        reading.rules().forEach((path, rule) -> {
            if (!(rule instanceof Rule.Group)) {
                conditions.put(path, condition(path, rule));
            }
        });
        reading.rules().forEach((path, rule) -> {
            if (rule instanceof Rule.Group group) {
                conditions.put(path, joined(path, group));
            }
        });
        histories.values().forEach(this::join);
        return new CompiledRule(from, within.map(range -> range.holds(ProfileTable.USER_ID)), conditions, values);
    }

    /** What is decided by a look at a number goes first: the database asks in this order, and no further than it must. */
    private Condition joined(String path, Rule.Group group) {
        List<Condition> parts = IntStream.range(0, group.parts().size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> effort(group.parts().get(place))))
                .map(place -> part(RuleNode.child(path, place), group.parts().get(place)))
                .toList();
        return switch (group) {
            case Rule.All all -> DSL.and(parts);
            case Rule.Any any -> DSL.or(parts);
            case Rule.None none -> DSL.condition("({0}) is not true", DSL.or(parts));
        };
    }

    private Condition part(String path, Rule rule) {
        return rule instanceof Rule.Group inner ? joined(path, inner) : Objects.requireNonNull(conditions.get(path));
    }

    private static int effort(Rule rule) {
        return switch (rule) {
            case Rule.Field asked ->
                switch (asked.test().field().kind()) {
                    case NUMBER, MONEY, DATE, YES_NO -> 0;
                    case CODE, TEXT -> 1;
                };
            case Rule.Birthday birthday -> 1;
            case Rule.Member member -> 2;
            case Rule.Tagged tagged -> 2;
            case Rule.Attribute attribute -> 2;
            case Rule.Did did -> 2;
            case Rule.Moment moment -> 2;
            case Rule.Group group ->
                group.parts().stream().mapToInt(RuleCompiler::effort).sum();
        };
    }

    private Condition condition(String path, Rule rule) {
        return switch (rule) {
            case Rule.Field asked -> ProfileTable.satisfies(asked.test(), asOf, currency);
            case Rule.Birthday birthday -> ProfileTable.birthdayWithin(birthday.days(), asOf);
            case Rule.Attribute asked -> listed(asked);
            case Rule.Tagged tagged -> listed(tagged);
            case Rule.Member member -> listed(member);
            case Rule.Did did -> did(path, did);
            case Rule.Moment moment -> moment(path, moment);
            case Rule.Group group -> throw new IllegalArgumentException("A group is no condition");
        };
    }

    private Condition listed(Rule condition) {
        ConditionQuery query = ConditionQuery.of(condition, asOf, weekStart);
        Field<Long> found = beside(query.users().asTable());
        return query.others() ? found.isNull() : found.isNotNull();
    }

    private Condition did(String path, Rule.Did did) {
        Field<Long> done = ConditionQuery.done(did, asOf, weekStart);
        Field<Long> answer = history(did.type()).ask(done, given -> matters(did, given));
        Field<Long> counted = coalesce(answer, NOTHING);
        values.put(path, counted);
        return switch (did.comparison()) {
            case AT_LEAST -> (did.satisfiedByNothing() ? counted : answer).ge(inline(did.bound()));
            case AT_MOST -> counted.le(inline(did.bound()));
            case EXACTLY -> counted.eq(inline(did.bound()));
        };
    }

    private Condition moment(String path, Rule.Moment moment) {
        Field<LocalDate> found = history(moment.type()).ask(ConditionQuery.day(moment, asOf), Field::isNotNull);
        values.put(path, found);
        return ProfileTable.satisfies(found, moment.test(), asOf);
    }

    private AskedHistory history(String type) {
        return histories.computeIfAbsent(type, unused -> {
            beside++;
            return type.isEmpty()
                    ? new AskedHistory(HistoryTable.ORDER_HISTORY, DSL.noCondition(), "s" + beside)
                    : new AskedHistory(HistoryTable.BEHAVIOUR_HISTORY, HistoryTable.ofType(type), "s" + beside);
        });
    }

    /** Nobody who is left out satisfies or fails otherwise than somebody who did nothing. */
    private static Condition matters(Rule.Did did, Field<Long> done) {
        if (did.comparison() != Rule.Comparison.AT_LEAST) {
            return done.ne(NOTHING);
        }
        return did.satisfiedByNothing() ? done.lt(inline(did.bound())) : done.ge(inline(did.bound()));
    }

    private void join(AskedHistory history) {
        join(within.isPresent() ? history.answersOf(within.get()) : history.answers(), history.alias());
    }

    private Field<Long> beside(Table<?> users) {
        beside++;
        String alias = "s" + beside;
        Table<?> those = within.isPresent() ? among(users, within.get()) : users;
        join(those.as(alias), alias);
        return field(name(alias, "user_id"), Long.class);
    }

    private static Table<?> among(Table<?> users, UserRange range) {
        return select(field(name("i", "user_id"), Long.class))
                .from(users.as("i"))
                .where(range.holds(field(name("i", "user_id"), Long.class)))
                .asTable();
    }

    private void join(Table<?> users, String alias) {
        from = from.leftJoin(users).on(field(name(alias, "user_id"), Long.class).eq(ProfileTable.USER_ID));
    }
}
