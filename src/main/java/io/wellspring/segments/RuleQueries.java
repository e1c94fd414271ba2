package io.wellspring.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.wellspring.profiles.ProfileState;
import io.wellspring.profiles.ProfileTable;
import io.wellspring.shared.BulkRead;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** Asks the database who satisfies a rule, and why. */
@Component
@RequiredArgsConstructor
class RuleQueries {

    private final DSLContext jooq;
    private final BulkRead rows;
    private final WellspringProperties properties;

    CompiledRule compile(RuleReading reading, LocalDate asOf) {
        return RuleCompiler.compile(reading, asOf, properties.weekStart(), properties.currency());
    }

    private CompiledRule compile(RuleReading reading, LocalDate asOf, UserRange users) {
        return RuleCompiler.compile(reading, asOf, properties.weekStart(), properties.currency(), users);
    }

    /** Hands over the numbers of users. */
    void each(Select<Record1<Long>> users, LongConsumer taker) {
        rows.rows(users, row -> taker.accept(row.number(0)));
    }

    Optional<HistoryQuery> history(Rule condition, LocalDate asOf) {
        return HistoryQuery.of(condition, asOf, properties.weekStart());
    }

    /** Hands over of everybody who did something which of some conditions on that hold, see {@link HistoryQuery#together}. */
    void together(String type, List<HistoryQuery> histories, ProfileState.Sorting taker) {
        rows.rows(HistoryQuery.together(type, histories), row -> taker.add(row.number(0), row.number(1)));
    }

    ConditionQuery query(Rule condition, LocalDate asOf) {
        return ConditionQuery.of(condition, asOf, properties.weekStart());
    }

    Explanation explain(RuleReading reading, UserId user, LocalDate asOf) {
        CompiledRule compiled = compile(reading, asOf, UserRange.of(user));
        List<String> places = List.copyOf(compiled.conditions().keySet());
        List<SelectField<?>> columns = new ArrayList<>();
        for (String place : places) {
            columns.add(when(compiled.condition(place), inline(true)).otherwise(inline(false)));
            columns.add(value(
                    reading.at(place), Optional.ofNullable(compiled.values().get(place)), asOf));
        }
        Map<String, Boolean> satisfied = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        if (!columns.isEmpty()) {
            jooq.select(columns)
                    .from(compiled.from())
                    .where(compiled.whose())
                    .fetchOptional()
                    .ifPresent(found -> {
                        for (int i = 0; i < places.size(); i++) {
                            satisfied.put(places.get(i), found.get(2 * i, Boolean.class));
                            String value = found.get(2 * i + 1, String.class);
                            if (value != null) {
                                values.put(places.get(i), value);
                            }
                        }
                    });
        }
        return new Explanation(reading, satisfied, values, asOf);
    }

    /** The users who satisfy a whole rule. */
    Select<Record1<Long>> matching(CompiledRule compiled) {
        return jooq.select(ProfileTable.USER_ID).from(compiled.from()).where(compiled.condition(""));
    }

    /** What a condition looks at, as text. */
    private Field<String> value(Rule rule, Optional<Field<?>> done, LocalDate asOf) {
        return switch (rule) {
            case Rule.Field asked -> ProfileTable.shown(asked.test().field(), asOf, properties.currency());
            case Rule.Attribute asked ->
                field(ProfileTable.attributeOf(
                        ProfileTable.USER_ID, asked.test().code()));
            case Rule.Birthday birthday -> ProfileTable.birthdayShown();
            case Rule.Did did -> shown(did, done.orElseThrow());
            case Rule.Moment moment -> done.orElseThrow().cast(String.class);
            case Rule.Tagged tagged -> inline((String) null);
            case Rule.Member member -> inline((String) null);
            case Rule.Group group -> inline((String) null);
        };
    }

    private Field<String> shown(Rule.Did did, Field<?> done) {
        return did.deed() == Rule.Deed.SPENT
                ? ProfileTable.amount(done.coerce(Long.class), properties.currency())
                : done.cast(String.class);
    }
}
