package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a user said of being contacted. */
@Component
@Order(85)
@RequiredArgsConstructor
class ConsentTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "consent";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("users/find-consent-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> {
                    Boolean given = row.getObject("given", Boolean.class);
                    String said = given == null ? "unknown" : given ? "yes" : "no";
                    return new TimelineEntry(
                            new TimelineMark(
                                    row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                            false,
                            "users.timeline.consent." + row.getString("medium") + "." + said,
                            List.of(),
                            Optional.ofNullable(row.getString("reason")),
                            Optional.of("/users/" + span.user() + "/consents"));
                })
                .list();
    }
}
