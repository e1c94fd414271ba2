package io.wellspring.segments;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.wellspring.points.RuleSegment;
import io.wellspring.points.RuleSegment.Standing;
import io.wellspring.points.RuleSegments;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.SqlFiles;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tells rules by which users earn points who was in which segment when. */
@Component
@RequiredArgsConstructor
class SegmentsForRules implements RuleSegments {

    private final SegmentQueries queries;
    private final BusinessClock clock;

    @Override
    public List<RuleSegment> all() {
        return Stream.of(false, true)
                .flatMap(archived -> queries.list(archived).stream()
                        .sorted(Comparator.comparing(SegmentView::name, String.CASE_INSENSITIVE_ORDER)))
                .map(segment -> new RuleSegment(segment.id(), segment.name(), segment.members(), standing(segment)))
                .toList();
    }

    @Override
    public Condition inAny(
            Set<Long> segments, Field<Long> user, Field<OffsetDateTime> moment, Select<Record1<Long>> users) {
        String numbers = segments.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return exists(selectOne()
                .from(table(
                                "({0})",
                                DSL.sql(
                                        SqlFiles.sql("segments/find-stays"),
                                        users,
                                        inline(numbers),
                                        val(clock.zone().getId())))
                        .as("stay"))
                .where(field(name("stay", "user_id"), Long.class).eq(user))
                .and(field(name("stay", "from_at"), OffsetDateTime.class).le(moment))
                .and(field(name("stay", "until_at"), OffsetDateTime.class).gt(moment)));
    }

    private static Standing standing(SegmentView segment) {
        if (segment.state() == SegmentState.ARCHIVED) {
            return Standing.ARCHIVED;
        }
        if (segment.refreshedAt().isEmpty()) {
            return Standing.WAITING;
        }
        return segment.state() == SegmentState.PAUSED ? Standing.PAUSED : Standing.FOLLOWED;
    }
}
