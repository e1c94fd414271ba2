package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries a draft on what is known. */
@Component
@RequiredArgsConstructor
class DraftQueries {

    private static final int USERS_AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    /** Hands over whom a version would move up on its first day, one after the other. */
    void movers(Programme draft, LocalDate asOf, boolean stored, Consumer<UserId> taker) {
        jdbc.sql(sql("membership/find-movers"))
                .param("version", draft.version())
                .param("window", draft.terms().reach().kind().name())
                .param("days", draft.terms().reach().days())
                .param("active", draft.terms().asksForActiveDays())
                .param("as_of", asOf)
                .param("stored", stored)
                .param("limit", Integer.MAX_VALUE)
                .withFetchSize(USERS_AT_ONCE)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }
}
