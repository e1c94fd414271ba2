package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which benefits a user claimed, and what of it was undone. */
@Component
@Order(43)
@RequiredArgsConstructor
class ClaimTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "benefit";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        return jdbc.sql(sql("membership/find-claim-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        false,
                        row.getBoolean("undone") ? "benefits.timeline.undone" : "benefits.timeline.claimed",
                        List.of(row.getString(chinese ? "name_zh" : "name_en")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.of("/users/" + span.user() + "/benefits")))
                .list();
    }
}
