package io.wellspring.bench;

import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many users who have done nothing yet, all of them in Hangzhou and known by the number of a member. */
@Component
@RequiredArgsConstructor
class Crowd {

    private final JdbcClient jdbc;
    private final MetricsRefresh metrics;
    private final ProfileRefresh profiles;

    /** Makes so many users, with their figures and profiles of a day. */
    void make(long users, LocalDate asOf) {
        jdbc.sql("""
                        insert into users.users (external_id, city, registered_at, touched_by, created_by, created_at, updated_at)
                        select 'M' || n, 'Hangzhou', timestamptz '2026-01-01', 0, 0, timestamptz '2026-01-01', timestamptz '2026-01-01'
                        from generate_series(1, :users) n
                        """).param("users", users).update();
        jdbc.sql("""
                        insert into users.identity (kind, value, user_id)
                        select 'EXTERNAL_ID', external_id, user_id
                        from users.users
                        """).update();
        jdbc.sql("analyze users.users, users.identity").update();
        metrics.refreshAll(asOf, 365);
        profiles.refreshAll();
    }
}
