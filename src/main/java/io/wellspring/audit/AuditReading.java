package io.wellspring.audit;

import io.wellspring.staff.ForAdmins;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The trail as admins read it. */
@Service
@ForAdmins
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class AuditReading {

    private final AuditEntries entries;

    /** At most {@code size} entries, newest first; as fast on the last page of millions as on the first. */
    public List<AuditEntry> newestFirst(AuditFilter filter, int size) {
        return entries.newestFirst(filter, size);
    }

    /** Every action that occurs. */
    public List<String> actions() {
        return entries.actions();
    }

    /** Everyone who occurs. */
    public List<AuditActor> actors() {
        return entries.actors();
    }
}
