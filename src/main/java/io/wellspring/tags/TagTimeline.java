package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a user got and lost tags, and by whom. */
@Component
@Order(60)
@RequiredArgsConstructor
class TagTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "tag";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("tags/find-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        false,
                        row.getString("what").equals("GIVEN") ? "tags.timeline.given" : "tags.timeline.taken",
                        List.of(Objects.requireNonNullElse(row.getString("name"), "?"), cause(row)),
                        Optional.empty(),
                        Optional.ofNullable(row.getString("tag_id")).map(tag -> "/users?tag=" + tag)))
                .list();
    }

    private static MessageSourceResolvable cause(ResultSet row) throws SQLException {
        String name = row.getString("cause_name");
        String id = row.getString("cause_id");
        return new DefaultMessageSourceResolvable(
                new String[] {"tags.cause." + row.getString("cause")},
                new Object[] {name != null ? name : Objects.requireNonNullElse(id, "")});
    }
}
