package io.wellspring.staff;

import static io.wellspring.shared.SqlFiles.sql;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For rules about all accounts together, such as that an admin is left: one transaction after the other. */
@Repository
@RequiredArgsConstructor
class StaffLock {

    private final JdbcClient jdbc;

    void holdUntilCommit() {
        jdbc.sql(sql("staff/lock-accounts")).update();
    }
}
