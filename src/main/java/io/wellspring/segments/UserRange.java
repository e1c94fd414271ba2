package io.wellspring.segments;

import static org.jooq.impl.DSL.inline;

import io.wellspring.shared.UserId;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Users that follow one another.
 *
 * @param first the number of the first
 * @param last the number of the last, which belongs to them
 */
record UserRange(long first, long last) {

    static UserRange of(UserId user) {
        return new UserRange(user.value(), user.value());
    }

    Condition holds(Field<Long> user) {
        return first == last ? user.eq(inline(first)) : user.between(inline(first), inline(last));
    }
}
