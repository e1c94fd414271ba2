package io.wellspring.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * A member of staff as the list shows them.
 *
 * @param joinedAt when they first set a password
 * @param invitationExpiresAt until when their link works, or worked
 * @param invitationOpen whether there is a link that works
 */
public record StaffLine(
        StaffMember member,
        StaffState state,
        Optional<Instant> joinedAt,
        Optional<Instant> lastLoginAt,
        Optional<Instant> invitationExpiresAt,
        boolean invitationOpen) {}
