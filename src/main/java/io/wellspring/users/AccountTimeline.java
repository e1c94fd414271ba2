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

/** When a user came to us, and when others were found to be the same person. */
@Component
@Order(90)
@RequiredArgsConstructor
class AccountTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("users/find-account-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> {
                    TimelineMark mark = new TimelineMark(
                            row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key"));
                    String absorbed = row.getString("absorbed_id");
                    return absorbed == null
                            ? new TimelineEntry(
                                    mark,
                                    false,
                                    "users.timeline.registered",
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty())
                            : new TimelineEntry(
                                    mark,
                                    false,
                                    "users.timeline.merged",
                                    List.of(absorbed),
                                    Optional.empty(),
                                    Optional.empty());
                })
                .list();
    }
}
