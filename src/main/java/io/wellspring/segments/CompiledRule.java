package io.wellspring.segments;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A rule in SQL.
 *
 * @param from the profile {@code p}, and beside it what else the conditions look at: one row a user
 * @param within who is looked at, where that is not everybody
 * @param conditions what the user satisfies, by place
 * @param values what conditions about deeds looked at, by place: how often, how much, or when
 */
record CompiledRule(
        Table<? extends Record> from,
        Optional<Condition> within,
        Map<String, Condition> conditions,
        Map<String, Field<?>> values) {

    CompiledRule {
        conditions = Map.copyOf(conditions);
        values = Map.copyOf(values);
    }

    /** What a user satisfies who is looked at and satisfies the rule at a place. */
    Condition condition(String place) {
        return Objects.requireNonNull(conditions.get(place));
    }

    /** Whose rows are read. */
    Condition whose() {
        return within.orElseGet(DSL::noCondition);
    }
}
