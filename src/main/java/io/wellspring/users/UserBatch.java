package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The set-based writing of the registry, one transaction at a time on all instances. */
@Component
@RequiredArgsConstructor
class UserBatch {

    private static final int REFERENCES_AT_ONCE = 10_000;
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;
    /** From here on indexes are built afterwards, if there are more new users than there were. */
    private static final int VERY_MANY = 200_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final ConsentBatch consents;

    /** Holds every other writer of the registry off until the transaction ends; with room to sort in. */
    void lock() {
        jdbc.sql(sql("users/lock-registry")).update();
        jdbc.sql(sql("users/give-room")).query(row -> {});
    }

    long revision() {
        return jdbc.sql(sql("users/find-revision")).query(Long.class).optional().orElse(0L);
    }

    void raiseRevision() {
        jdbc.sql(sql("users/raise-revision")).update();
    }

    /** @param expected how many users will be created */
    void merge(long intakeId, UserTerms terms, long expected) {
        int changed = jdbc.sql(sql("users/insert-changes"))
                .param("intake", intakeId)
                .param("fill", UserStaging.fill(terms))
                .update();
        if (changed > 0) {
            jdbc.sql(sql("users/update-users"))
                    .param("intake", intakeId)
                    .param("fill", UserStaging.fill(terms))
                    .param("demo", terms.demo())
                    .param("when", terms.when().atOffset(ZoneOffset.UTC))
                    .update();
            run("users/drop-stale-identities", intakeId);
            run("users/insert-changed-identities", intakeId);
        }
        int created = create("users/insert-users", intakeId, terms.demo(), terms.when(), expected);
        if (created + changed > 0) {
            consents.keepImported(intakeId, terms.when());
            raiseRevision();
        }
    }

    long createMissing(long intakeId, Consumer<Consumer<UserReference>> source, boolean demo, Instant when) {
        run("users/discard-references", intakeId);
        long[] handed = new long[1];
        List<UserReference> waiting = new ArrayList<>();
        source.accept(reference -> {
            waiting.add(reference);
            handed[0]++;
            if (waiting.size() == REFERENCES_AT_ONCE) {
                copyReferences(intakeId, waiting);
                waiting.clear();
            }
        });
        copyReferences(intakeId, waiting);
        int created = create("users/insert-missing-users", intakeId, demo, when, handed[0]);
        if (created > 0) {
            raiseRevision();
        }
        run("users/discard-references", intakeId);
        return created;
    }

    long removeDemo() {
        jdbc.sql(sql("users/delete-demo-identities")).update();
        int removed = jdbc.sql(sql("users/delete-demo-users")).update();
        jdbc.sql(sql("users/delete-gone-notes")).update();
        consents.forgetGone();
        raiseRevision();
        return removed;
    }

    private int create(String statement, long intakeId, boolean demo, Instant when, long expected) {
        boolean first = !jdbc.sql(sql("users/has-created"))
                .param("intake", intakeId)
                .query(Boolean.class)
                .single();
        boolean rebuild = expected >= VERY_MANY
                && expected
                        > jdbc.sql(sql("users/count-users")).query(Long.class).single();
        if (rebuild) {
            jdbc.sql(sql("users/drop-keys")).update();
        }
        int created = write(statement, intakeId, demo, when);
        if (created > 0) {
            run(first ? "users/insert-identities" : "users/insert-missing-identities", intakeId);
        }
        if (rebuild) {
            jdbc.sql(sql("users/add-keys")).update();
        }
        if (created >= MANY) {
            jdbc.sql(sql("users/analyze-users")).update();
        }
        return created;
    }

    private void run(String statement, long intakeId) {
        jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }

    private int write(String statement, long intakeId, boolean demo, Instant when) {
        return jdbc.sql(sql(statement))
                .param("intake", intakeId)
                .param("demo", demo)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In pieces, because who hands the references over may be reading them by the same connection. */
    private void copyReferences(long intakeId, List<UserReference> references) {
        copy.into(
                sql("users/copy-references"),
                writer -> references.forEach(reference -> writer.row(
                        intakeId,
                        reference.externalId(),
                        reference.phone(),
                        reference.email(),
                        reference.seenAt(),
                        reference.channel())));
    }
}
