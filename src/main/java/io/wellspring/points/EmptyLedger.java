package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger nobody has had points in yet: what comes into it first is written as a whole, and its indexes are built behind the rows. */
@Component
@RequiredArgsConstructor
class EmptyLedger {

    /** So many facts are worth it that whoever asks for points meanwhile waits. */
    private static final long VERY_MANY = 200_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /**
     * Does work that writes to the ledger; all of it or nothing where the ledger is empty and there is very much that rules could give points for,
     * else as it is.
     */
    Sum fill(Supplier<Sum> work) {
        return awaitsVeryMany() ? transaction.execute(status -> behindRows(work)) : work.get();
    }

    private Sum behindRows(Supplier<Sum> work) {
        jdbc.sql(sql("points/drop-keys")).update();
        Sum done = work.get();
        jdbc.sql(sql("points/add-keys")).update();
        return done;
    }

    private boolean awaitsVeryMany() {
        return jdbc.sql(sql("points/find-much-to-earn"))
                .param("many", VERY_MANY)
                .query(Boolean.class)
                .single();
    }
}
