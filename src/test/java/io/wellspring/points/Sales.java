package io.wellspring.points;

import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and refunds under numbers of a shop, put where an intake would have put them, each at noon in Shanghai. */
@RequiredArgsConstructor
class Sales {

    private final JdbcClient jdbc;

    void refunded(String number, UserId user, String day, long amount, String refundDay, long refund) {
        order(number, user, "ORDER", day, amount, 1);
        order(number, user, "REFUND", refundDay, refund, 1);
    }

    void order(String number, UserId user, String kind, String day, long amount, long intake) {
        jdbc.sql("""
                        with numbered as (
                          insert into activity.order_number (order_no, kind, source, user_id, intake_id)
                          values (:number, :kind, 'shop', :user, :intake)
                          on conflict do nothing
                        )
                        insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, intake_id)
                        values (:user, :kind, 'shop', :number, (:day || ' 12:00+08')::timestamptz, :amount, :intake)
                        """)
                .param("user", user.value())
                .param("kind", kind)
                .param("number", number)
                .param("day", day)
                .param("amount", amount)
                .param("intake", intake)
                .update();
    }
}
