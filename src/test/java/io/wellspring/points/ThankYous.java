package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Grants of points to users who were ticked, for good and by way of thanks. */
@RequiredArgsConstructor
final class ThankYous {

    private final BulkGrants grants;
    private final JdbcClient jdbc;

    long grant(long amount, UserId... users) {
        return grants.grant(UUID.randomUUID(), terms(amount), to(users), users.length);
    }

    static GrantTerms terms(long amount) {
        return new GrantTerms("Thank-you", new Points(amount), "thanks", Optional.empty());
    }

    static Grantees to(UserId... users) {
        return new Grantees(
                Grantees.How.TICKED,
                FilterWords.NONE,
                Optional.empty(),
                taker -> Arrays.stream(users).forEach(taker));
    }

    /** To how many points one manager may adjust in a day, and grant in a day. */
    void limit(long adjustment, long grant) {
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, grant_limit, changed_at, changed_by)
                        values (:adjustment, 100, :grant, timestamptz '2026-01-01', 'Eve')
                        """).param("adjustment", adjustment).param("grant", grant).update();
    }

    /** As if it had been Eve who asked for all there are. */
    void letEveAsk() {
        jdbc.sql("update points.bulk_grant set requested_by = 999, requested_by_name = 'Eve'")
                .update();
    }

    List<String> entries(long grant) {
        return jdbc.sql("""
                        select e.kind || ' ' || e.amount || ' ' || e.reason || ' ' || u.name
                        from points.entry e
                        join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
                        join users.users u on u.user_id = e.user_id
                        where k.key like 'grant:' || :grant || ':%'
                        order by e.entry_id
                        """).param("grant", grant).query(String.class).list();
    }

    List<String> trail() {
        return jdbc.sql("select action from audit.entry where action like 'points.grant%' order by id")
                .query(String.class)
                .list();
    }
}
