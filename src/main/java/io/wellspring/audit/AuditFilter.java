package io.wellspring.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries to read.
 *
 * @param staffId only by this member of staff
 * @param systemOnly only by background work
 * @param subject only where the subject begins so
 * @param from only at this instant or later
 * @param until only before this instant
 * @param after only those that follow this entry, going back in time
 */
public record AuditFilter(
        Optional<Long> staffId,
        boolean systemOnly,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> after) {

    public static AuditFilter none() {
        return new AuditFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
