package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.Slice;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSpan;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
@RequiredArgsConstructor
class ActivityQueries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Optional<Instant> lastOrder() {
        return jdbc.sql(sql("activity/find-last-order"))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<NamedCount> newChannels(long intakeId) {
        return jdbc.sql(sql("activity/find-new-channels"))
                .param("intake", intakeId)
                .query((row, number) -> new NamedCount(row.getString("channel"), row.getLong("rows")))
                .list();
    }

    Slice<OrderEntry> orders(UserId user, int page, int size) {
        List<OrderEntry> rows = jdbc.sql(sql("activity/find-orders"))
                .param("user", user.value())
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> new OrderEntry(
                        row.getLong("order_id"),
                        OrderKind.valueOf(row.getString("kind")),
                        row.getString("order_no"),
                        row.getObject("paid_at", OffsetDateTime.class).toInstant(),
                        new Money(row.getLong("amount")),
                        row.getString("channel"),
                        row.getBoolean("demo")))
                .list();
        long total = jdbc.sql(sql("activity/count-orders"))
                .param("user", user.value())
                .query(Long.class)
                .single();
        return new Slice<>(rows, Math.max(page, 1), size, total);
    }

    Slice<ActivityEntry> activity(UserId user, int page, int size) {
        List<ActivityEntry> rows = jdbc.sql(sql("activity/find-behaviour"))
                .param("user", user.value())
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> new ActivityEntry(
                        row.getLong("behaviour_id"),
                        row.getString("type"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("count"),
                        JSON.readValue(row.getString("attributes"), TEXTS),
                        row.getBoolean("demo")))
                .list();
        long total = jdbc.sql(sql("activity/count-behaviour"))
                .param("user", user.value())
                .query(Long.class)
                .single();
        return new Slice<>(rows, Math.max(page, 1), size, total);
    }

    List<TimelineEntry> orderTimeline(String kind, OrderKind what, TimelineSpan span) {
        return jdbc.sql(sql("activity/find-order-timeline"))
                .params(span.parameters(kind))
                .param("kind", what.name())
                .query((row, number) -> new TimelineEntry(
                        mark(row, kind),
                        false,
                        "activity.timeline." + kind,
                        List.of(new Money(row.getLong("amount")), row.getString("order_no")),
                        Optional.ofNullable(row.getString("channel")),
                        Optional.empty()))
                .list();
    }

    List<TimelineEntry> behaviourTimeline(String kind, TimelineSpan span) {
        return jdbc.sql(sql("activity/find-behaviour-timeline"))
                .params(span.parameters(kind))
                .query((row, number) -> {
                    int count = row.getInt("count");
                    return new TimelineEntry(
                            mark(row, kind),
                            false,
                            count == 1 ? "activity.timeline.did" : "activity.timeline.did-often",
                            List.of(row.getString("type"), Integer.toString(count)),
                            Optional.of(details(row.getString("attributes"))).filter(text -> !text.isEmpty()),
                            Optional.empty());
                })
                .list();
    }

    ActivityHours hours(UserId user, ZoneId zone) {
        Map<ActivityHours.Slot, Long> times = new HashMap<>();
        jdbc.sql(sql("activity/count-hours"))
                .param("user", user.value())
                .param("zone", zone.getId())
                .query(row -> {
                    Integer hour = row.getObject("hour", Integer.class);
                    times.put(
                            new ActivityHours.Slot(
                                    DayOfWeek.of(row.getInt("weekday")),
                                    hour == null ? OptionalInt.empty() : OptionalInt.of(hour)),
                            row.getLong("times"));
                });
        return new ActivityHours(times);
    }

    private static TimelineMark mark(ResultSet row, String kind) throws SQLException {
        return new TimelineMark(row.getObject("at", OffsetDateTime.class).toInstant(), kind, row.getLong("key"));
    }

    private static String details(String attributes) {
        return JSON.readValue(attributes, TEXTS).entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(" · "));
    }
}
