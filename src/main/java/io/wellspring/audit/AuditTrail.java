package io.wellspring.audit;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.TokenBearer;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what, when, and from where. What is written can be neither changed nor deleted. */
@Service
@RequiredArgsConstructor
public class AuditTrail {

    private final AuditEntries entries;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;

    /**
     * Records {@code what} as done now by the current member of staff, by the token another system has shown, or by the system in
     * background work. It stands and falls with the change itself, so there must be a transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Audited what) {
        write(what, currentStaff.find());
    }

    /** As {@link #record}, done by someone who is not (yet) the current member of staff. */
    void write(Audited what, Optional<StaffMember> who) {
        Optional<String> token = currentStaff.token().map(TokenBearer::getName);
        entries.insert(what, who, token, currentStaff.address(), clock.now());
    }
}
