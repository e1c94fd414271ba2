package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
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

/** What happened to a user's paid memberships. */
@Component
@Order(44)
@RequiredArgsConstructor
class PaidTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    @Override
    public String kind() {
        return "membership";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        return jdbc.sql(sql("membership/find-paid-timeline"))
                .params(span.parameters(kind()))
                .param("zone", clock.zone().getId())
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        true,
                        "tiers.paid.timeline." + row.getString("kind"),
                        List.of(
                                row.getString(chinese ? "name_zh" : "name_en"),
                                new Money(row.getLong("amount")),
                                Optional.ofNullable(row.getString("last_day")).orElse("")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.of("/users/" + span.user() + "/tier")))
                .list();
    }
}
