package io.wellspring.points;

import io.wellspring.Facts;
import io.wellspring.shared.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of 10.00 at moments of one's choice, and what one rule gave for each. */
@RequiredArgsConstructor
final class Orders {

    private final Facts facts;
    private final JdbcClient jdbc;

    void place(UserId user, String... moments) {
        for (String moment : moments) {
            facts.order(user, moment, 1_000);
        }
    }

    /** By time; at one moment ann's first. */
    List<Long> given() {
        return jdbc.sql("""
                        select f.amount
                        from points.earned_fact f
                        join activity.order_fact o on o.user_id = f.user_id and o.order_id = f.fact_id
                        order by o.paid_at, o.user_id
                        """).query(Long.class).list();
    }
}
