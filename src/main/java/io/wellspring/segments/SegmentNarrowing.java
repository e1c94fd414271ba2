package io.wellspring.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.wellspring.profiles.ListNarrowing;
import io.wellspring.profiles.ProfileTable;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Narrows the list of users to the members of a segment. */
@Component
@RequiredArgsConstructor
class SegmentNarrowing implements ListNarrowing {

    private final SegmentQueries queries;
    private final MessageSource messages;

    @Override
    public String parameter() {
        return "segment";
    }

    @Override
    public Condition condition(String value) {
        return ProfileTable.USER_ID.in(select(field(name("m", "user_id"), Long.class))
                .from(table(name("segments", "member")).as("m"))
                .where(field(name("m", "segment_id"), Long.class)
                        .eq(inline(segment(value).id()))));
    }

    @Override
    public String described(String value, Locale locale) {
        return messages.getMessage(
                "segments.narrowing.segment", new Object[] {segment(value).name()}, locale);
    }

    private SegmentView segment(String value) {
        long id = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
        return queries.find(id).orElseThrow(() -> new NoSuchSegment(id));
    }
}
