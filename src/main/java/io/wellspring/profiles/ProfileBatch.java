package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes profiles. */
@Component
@RequiredArgsConstructor
class ProfileBatch {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** One refresh at a time, on all instances, until the transaction ends: another would write over it what it read before; with room to sort in. */
    void begin() {
        jdbc.sql(sql("profiles/lock-profiles")).update();
        jdbc.sql(sql("profiles/give-room")).query(rows -> {});
    }

    int refreshAll() {
        return jdbc.sql(sql("profiles/refresh-all"))
                .param("zone", clock.zone().getId())
                .update();
    }

    int refreshTouched(long intakeId) {
        return jdbc.sql(sql("profiles/refresh-touched"))
                .param("intake", intakeId)
                .param("zone", clock.zone().getId())
                .update();
    }

    int deleteGone() {
        return jdbc.sql(sql("profiles/delete-gone")).update();
    }
}
