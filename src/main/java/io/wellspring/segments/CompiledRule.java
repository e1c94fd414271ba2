package io.wellspring.segments;

import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A rule in SQL.
 *
 * @param from the profile {@code p}, and beside it what else the conditions look at: one row a user
 * @param conditions what the user satisfies, by place
 * @param values what conditions about deeds looked at, by place: how often, or how much
 */
record CompiledRule(Table<? extends Record> from, Map<String, Condition> conditions, Map<String, Field<Long>> values) {

    CompiledRule {
        conditions = Map.copyOf(conditions);
        values = Map.copyOf(values);
    }

    /** What a user satisfies who satisfies the rule at a place. */
    Condition condition(String place) {
        return Objects.requireNonNull(conditions.get(place));
    }
}
