package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
}
