package io.wellspring.users;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether users agreed to be sent text messages and e-mails. Imports say so, and staff to whom a user says it. Everything that was ever
 * said is kept, with who took it down and why; what stands now is on the {@link UserCard}.
 */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class Consents {

    public static final int LONGEST_REASON = 200;
    private static final int SHOWN = 100;

    private final ConsentBatch batch;
    private final UserBatch registry;
    private final UserDirectory users;
    private final UserMerging merging;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** What a user said, the latest first; at most a hundred entries. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> of(UserId user) {
        return batch.entries(user, SHOWN);
    }

    /**
     * Takes down what a user, or who stands for them by now, said to staff; nothing if they said so before. It holds at once, for rules
     * and lists too.
     *
     * @param given whether they agree; empty takes back what was said without the opposite
     * @param reason how they said so; at most {@value #LONGEST_REASON} characters
     * @return whether it is something else than they said before
     * @throws ConsentReasonMissing if there is none, or it is too long
     * @throws UnknownUser if there is no such user
     */
    public boolean change(UserId about, ContactMedium medium, Optional<Boolean> given, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new ConsentReasonMissing(LONGEST_REASON);
        }
        registry.lock();
        UserId user = merging.survivorOf(about).orElse(about);
        if (!users.exists(user)) {
            throw new UnknownUser(user);
        }
        if (batch.change(user, medium, given, staff.get().name(), why, clock.now()) == 0) {
            return false;
        }
        registry.raiseRevision();
        trail.record(new Changed(user, medium, given, why));
        events.publishEvent(new ConsentChanged(user));
        return true;
    }

    private record Changed(UserId user, ContactMedium medium, Optional<Boolean> given, String reason)
            implements Audited {

        @Override
        public String action() {
            return "user.consent";
        }

        @Override
        public String subject() {
            return "user " + user;
        }

        @Override
        public Map<String, ?> after() {
            return Map.of(
                    "medium",
                    medium.name(),
                    "given",
                    given.map(agreed -> agreed ? "yes" : "no").orElse("unknown"),
                    "reason",
                    reason);
        }
    }
}
