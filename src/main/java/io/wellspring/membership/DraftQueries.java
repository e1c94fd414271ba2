package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries a draft on what is known. */
@Component
@RequiredArgsConstructor
class DraftQueries {

    private static final int USERS_AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /**
     * Users a version would put into a rank were it the first.
     *
     * @param place of their growth value among the edges; 0 is below the first
     */
    record Placed(int rank, int place, long users, Money net) {}

    List<Placed> first(Programme draft, LocalDate asOf, List<Long> edges) {
        return trying("membership/count-first", draft, asOf)
                .param("until", clock.startOf(asOf.plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("zone", clock.zone().getId())
                .param("unit", (int)
                        Math.pow(10, Math.max(0, properties.currency().getDefaultFractionDigits())))
                .param("edges", edges.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .query((row, number) -> new Placed(
                        row.getInt("rank"),
                        row.getInt("place"),
                        row.getLong("users"),
                        new Money(row.getLong("net_amount"))))
                .list();
    }

    /** Hands over whom a version would move up on its first day, one after the other. */
    void movers(Programme draft, LocalDate asOf, boolean stored, Consumer<UserId> taker) {
        trying("membership/find-movers", draft, asOf)
                .param("stored", stored)
                .param("limit", Integer.MAX_VALUE)
                .withFetchSize(USERS_AT_ONCE)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }

    private JdbcClient.StatementSpec trying(String file, Programme draft, LocalDate asOf) {
        return jdbc.sql(sql(file))
                .param("version", draft.version())
                .param("window", draft.terms().reach().kind().name())
                .param("days", draft.terms().reach().days())
                .param("active", draft.terms().asksForActiveDays())
                .param("as_of", asOf);
    }
}
