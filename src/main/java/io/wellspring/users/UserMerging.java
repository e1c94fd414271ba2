package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndShopTokens;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one user of two that turned out to be the same person. */
@Service
@RequiredArgsConstructor
@Transactional
public class UserMerging {

    private final JdbcClient jdbc;
    private final UserBatch batch;
    private final ConsentBatch consents;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /**
     * Merges {@code absorbed} into {@code survivor}: who stays keeps what is known, takes over what only the other had, answers to all
     * identities of both, and gets the other's orders, behaviour, tags and notes. Who of the two refuses to be contacted has refused. What the other said is kept in the record of the merge.
     *
     * @throws SameUser if both are one already
     * @throws UnknownUser if one of them is not there
     */
    @ForManagers
    public void merge(UserId survivor, UserId absorbed) {
        if (survivor.equals(absorbed)) {
            throw new SameUser(survivor);
        }
        batch.lock();
        int recorded = two("users/insert-merge", survivor, absorbed)
                .param("by", staff.get().name())
                .param("when", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (recorded == 0) {
            throw new UnknownUser(exists(survivor) ? absorbed : survivor);
        }
        jdbc.sql(sql("users/delete-merged-changes"))
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("users/delete-merged-user"))
                .param("absorbed", absorbed.value())
                .update();
        two("users/fill-survivor", survivor, absorbed)
                .param("when", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        two("users/move-identities", survivor, absorbed).update();
        two("users/move-notes", survivor, absorbed).update();
        consents.follow(survivor, absorbed, staff.get().name(), clock.now());
        batch.raiseRevision();
        trail.record(new Merged(survivor, absorbed));
        events.publishEvent(new UsersMerged(survivor, absorbed));
    }

    /** Who stands for a user that was merged into another. */
    @ForOperatorsAndShopTokens
    @Transactional(readOnly = true)
    public Optional<UserId> survivorOf(UserId absorbed) {
        return jdbc.sql(sql("users/find-survivor"))
                .param("id", absorbed.value())
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    /** Whom a user stands for: everybody merged into it, and into them before. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<UserId> absorbedBy(UserId survivor) {
        return jdbc.sql(sql("users/find-absorbed")).param("id", survivor.value()).query(Long.class).list().stream()
                .map(UserId::new)
                .toList();
    }

    private boolean exists(UserId user) {
        return !jdbc.sql(sql("users/find-cards"))
                .param("ids", user.value())
                .query()
                .listOfRows()
                .isEmpty();
    }

    private JdbcClient.StatementSpec two(String statement, UserId survivor, UserId absorbed) {
        return jdbc.sql(sql(statement)).param("survivor", survivor.value()).param("absorbed", absorbed.value());
    }

    private record Merged(UserId survivor, UserId absorbed) implements Audited {

        @Override
        public String action() {
            return "user.merged";
        }

        @Override
        public String subject() {
            return "user " + survivor;
        }

        @Override
        public Map<String, ?> after() {
            return Map.of("absorbed", absorbed.toString());
        }
    }
}
