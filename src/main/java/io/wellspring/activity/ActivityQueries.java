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
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ActivityQueries {

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
}
