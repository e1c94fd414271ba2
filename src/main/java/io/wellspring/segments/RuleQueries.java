package io.wellspring.segments;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.wellspring.profiles.ProfileTable;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks who satisfies a rule: how many, who, and why. */
@Component
@RequiredArgsConstructor
class RuleQueries {

    /** One in so many users is few. */
    private static final long RARE = 1_000;
    /** How many times longer a stretch of users is than one that holds enough of them on the average. */
    private static final long LONGER = 4;

    private final JdbcClient jdbc;
    private final DSLContext jooq;
    private final WellspringProperties properties;

    CompiledRule compile(RuleReading reading, LocalDate asOf) {
        return RuleCompiler.compile(reading, asOf, properties.weekStart(), properties.currency());
    }

    private CompiledRule compile(RuleReading reading, LocalDate asOf, UserRange users) {
        return RuleCompiler.compile(reading, asOf, properties.weekStart(), properties.currency(), users);
    }

    /** How many users satisfy a rule by itself. */
    long count(Rule rule, LocalDate asOf) {
        CompiledRule compiled = compile(RuleReading.of(rule), asOf);
        return jooq.select(DSL.count())
                .from(compiled.from())
                .where(compiled.condition(""))
                .fetchSingle()
                .value1();
    }

    /** How many users satisfy a whole rule, and what they have brought. */
    Brought brought(Rule rule, LocalDate asOf) {
        CompiledRule compiled = compile(RuleReading.of(rule), asOf);
        Record found = jooq.select(
                        DSL.count(),
                        coalesce(sum(ProfileTable.NET), BigDecimal.ZERO),
                        coalesce(sum(ProfileTable.WINDOW_NET), BigDecimal.ZERO))
                .from(compiled.from())
                .where(compiled.condition(""))
                .fetchSingle();
        return new Brought(found.get(0, Long.class), money(found, 1), money(found, 2));
    }

    record Brought(long users, Money net, Money windowNet) {}

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

    /**
     * Some of those who satisfy a rule, by chance: where there are many, those in a stretch of users somewhere that is long enough to hold
     * them; where there are few, or the stretch held fewer, whoever is found first.
     */
    List<UserId> samples(RuleReading reading, LocalDate asOf, long satisfying, long everybody, int samples) {
        if (satisfying == 0) {
            return List.of();
        }
        if (satisfying * RARE > everybody) {
            long last =
                    jdbc.sql(sql("segments/find-last-user")).query(Long.class).single();
            long stretch = samples * LONGER * everybody / satisfying;
            long first = 1 + ThreadLocalRandom.current().nextLong(Math.max(1, last - stretch));
            List<UserId> found = some(compile(reading, asOf, new UserRange(first, first + stretch)), samples);
            if (found.size() == samples) {
                return found;
            }
        }
        return some(compile(reading, asOf), samples);
    }

    private List<UserId> some(CompiledRule compiled, int limit) {
        return jooq.select(ProfileTable.USER_ID)
                .from(compiled.from())
                .where(compiled.whose().and(compiled.condition("")))
                .limit(limit)
                .fetch(found -> new UserId(found.value1()));
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

    private static Money money(Record counted, int column) {
        return new Money(counted.get(column, BigDecimal.class).longValueExact());
    }
}
