package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
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

/** Since when a user has held which tier, and why. */
@Component
@Order(42)
@RequiredArgsConstructor
class TierTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    @Override
    public String kind() {
        return "tier";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        return jdbc.sql(sql("membership/find-timeline"))
                .params(span.parameters(kind()))
                .param("zone", clock.zone().getId())
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        true,
                        "tiers.timeline." + row.getString("cause"),
                        List.of(row.getString(chinese ? "name_zh" : "name_en")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.of("/users/" + span.user() + "/tier")))
                .list();
    }
}
