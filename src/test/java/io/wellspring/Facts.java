package io.wellspring;

import io.wellspring.shared.UserId;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and what they bought, put where an intake would have put them; times are local to Shanghai, the default business zone. */
@RequiredArgsConstructor
public class Facts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final AtomicInteger numbers = new AtomicInteger();

    public UserId user(String name, String registeredAt) {
        return user(name, registeredAt, 1);
    }

    public UserId user(String name, String registeredAt, long intakeId) {
        Timestamp at = at(registeredAt);
        UserId user = new UserId(jdbc.sql("""
                        insert into users.users (external_id, name, channel, city, registered_at, touched_by, created_by, created_at, updated_at)
                        values (:external, :name, 'shop', 'Hangzhou', :at, :intake, :intake, :at, :at)
                        returning user_id
                        """)
                .param("external", "X-" + name)
                .param("name", name)
                .param("at", at)
                .param("intake", intakeId)
                .query(Long.class)
                .single());
        jdbc.sql("insert into users.identity (kind, value, user_id) values ('EXTERNAL_ID', :value, :user)")
                .param("value", "X-" + name)
                .param("user", user.value())
                .update();
        return user;
    }

    /** A users file that was imported; returns its number. */
    public long file(String name, String committedAt) {
        return jdbc.sql("""
                        insert into imports.import_file (
                          kind, state, file_name, bytes, lines, sha256, uploaded_by, uploaded_at, charset, delimiter, quote, header,
                          date_order, decimal_sign, phone_region, column_names, rows_read, created, updated, unchanged, rejected,
                          committed_at)
                        values ('USERS', 'COMMITTED', :name, 1, 1, '', 'Ann', :at, 'UTF-8', ',', '"', true, 'YEAR_FIRST', 'POINT', 'CN',
                          '{}', 1, 0, 1, 0, 0, :at)
                        returning import_id
                        """)
                .param("name", name)
                .param("at", at(committedAt))
                .query(Long.class)
                .single();
    }

    public void order(UserId user, String paidAt, long amount) {
        fact(user, "ORDER", paidAt, amount, 1);
    }

    public void order(UserId user, String paidAt, long amount, long intakeId) {
        fact(user, "ORDER", paidAt, amount, intakeId);
    }

    public void refund(UserId user, String paidAt, long amount) {
        fact(user, "REFUND", paidAt, amount, 1);
    }

    private void fact(UserId user, String kind, String paidAt, long amount, long intakeId) {
        jdbc.sql("""
                        insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, intake_id)
                        values (:user, :kind, 'test', :number, :at, :amount, :intake)
                        """)
                .param("user", user.value())
                .param("kind", kind)
                .param("number", "N" + numbers.incrementAndGet())
                .param("at", at(paidAt))
                .param("amount", amount)
                .param("intake", intakeId)
                .update();
        jdbc.sql("""
                        insert into activity.order_intake (intake_id, orders, refunds, last_order_at)
                        select :intake, count(*) filter (where kind = 'ORDER'), count(*) filter (where kind = 'REFUND'),
                          max(paid_at) filter (where kind = 'ORDER')
                        from activity.order_fact
                        where intake_id = :intake
                        on conflict (intake_id) do update
                        set orders = excluded.orders, refunds = excluded.refunds, last_order_at = excluded.last_order_at
                        """).param("intake", intakeId).update();
    }

    private static Timestamp at(String local) {
        return Timestamp.from(LocalDateTime.parse(local.length() == 10 ? local + "T12:00" : local)
                .atZone(ZONE)
                .toInstant());
    }
}
