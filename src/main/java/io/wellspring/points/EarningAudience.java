package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.wellspring.points.RuleSegment.Standing;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom rules are for: everybody, or who was in one of some segments when it happened. */
@Component
@RequiredArgsConstructor
class EarningAudience {

    private final RuleSegments segments;
    private final DSLContext jooq;

    /** The segments whose members are known; facts wait until those of all segments of a rule are. */
    Set<Long> known() {
        return segments.all().stream()
                .filter(segment -> segment.standing() != Standing.WAITING)
                .map(RuleSegment::id)
                .collect(Collectors.toSet());
    }

    /**
     * Takes out of the facts found for a rule those of users it is not for.
     *
     * @return how many
     */
    long leaveOutsiders(long rule, int version, Set<Long> limit) {
        return jooq.fetchSingle(
                        sql("points/leave-outsiders"),
                        inside(limit, name("points", "fresh_fact")),
                        val(rule),
                        val(version))
                .get("facts", Long.class);
    }

    /** Whether the user of the fact {@code f} was inside when it happened; {@code facts} are all that are asked about. */
    Condition inside(Set<Long> limit, Name facts) {
        return limit.isEmpty()
                ? trueCondition()
                : segments.inAny(
                        limit,
                        field(name("f", "user_id"), Long.class),
                        field(name("f", "at"), OffsetDateTime.class),
                        select(field(name("user_id"), Long.class)).from(table(facts)));
    }

    /** Numbers with commas between, as statements take them and give them. */
    static String joined(Set<Long> segments) {
        return segments.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Set<Long> split(@Nullable String joined) {
        return Optional.ofNullable(joined).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
