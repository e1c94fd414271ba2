package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes profiles. */
@Component
@RequiredArgsConstructor
class ProfileBatch {

    private static final int FEWEST_TO_INDEX_AFTERWARDS = 10_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** One refresh at a time, on all instances, until the transaction ends: another would write over it what it read before; with room to sort in. */
    void begin() {
        jdbc.sql(sql("profiles/lock-profiles")).update();
        jdbc.sql(sql("profiles/give-room")).query(rows -> {});
    }

    /** Whether indexes are better built behind the rows. */
    boolean areMostlyNew() {
        return jdbc.sql(sql("profiles/are-mostly-new"))
                .param("fewest", FEWEST_TO_INDEX_AFTERWARDS)
                .query(Boolean.class)
                .single();
    }

    void dropIndexes() {
        jdbc.sql(sql("profiles/drop-indexes")).query(rows -> {});
    }

    void addIndexes() {
        jdbc.sql(sql("profiles/add-indexes")).query(rows -> {});
    }

    void renewConsents() {
        jdbc.sql(sql("profiles/renew-consents")).update();
    }

    void renewRevision() {
        jdbc.sql(sql("profiles/renew-revision")).update();
    }

    int refreshAll() {
        return jdbc.sql(sql("profiles/refresh-all"))
                .param("zone", clock.zone().getId())
                .param("today", clock.today())
                .update();
    }

    int refreshTouched(long intakeId) {
        return jdbc.sql(sql("profiles/refresh-touched"))
                .param("intake", intakeId)
                .param("zone", clock.zone().getId())
                .param("today", clock.today())
                .update();
    }

    /** What users said of being contacted while their profiles were written. */
    void keepConsents() {
        jdbc.sql(sql("profiles/keep-consents")).update();
    }

    /** The same, of the users one intake touched. */
    void keepConsents(long intakeId) {
        jdbc.sql(sql("profiles/keep-touched-consents"))
                .param("intake", intakeId)
                .update();
    }

    int keepConsent(UserId user) {
        return jdbc.sql(sql("profiles/keep-consent"))
                .param("user", user.value())
                .update();
    }

    int deleteGone() {
        return jdbc.sql(sql("profiles/delete-gone")).update();
    }
}
