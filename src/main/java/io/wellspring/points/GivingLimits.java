package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.staff.StaffMember;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a manager may give on a day without a second: adjustments and grants count together, so they are asked for one after the other. */
@Component
@RequiredArgsConstructor
class GivingLimits {

    private final JdbcClient jdbc;

    /** Before anything else is held: whoever holds the limits may wait for accounts and grants, and never the other way round. */
    void hold(StaffMember manager) {
        jdbc.sql(sql("points/hold-limits")).param("staff", manager.id()).query(rows -> {});
    }
}
