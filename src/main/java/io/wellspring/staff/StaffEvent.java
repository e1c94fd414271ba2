package io.wellspring.staff;

import java.util.Optional;

/** Something that happened to a member of staff. Published in the transaction that made it happen. */
public sealed interface StaffEvent {

    /** Whom it happened to. */
    long staffId();

    /** An event of a person who is not yet, or no longer, logged in while it happens: they are the one who did it. */
    sealed interface ByThemselves extends StaffEvent {

        StaffMember member();

        @Override
        default long staffId() {
            return member().id();
        }
    }

    /** The very first admin, from the setup page or, at start-up, from the settings. */
    record FirstAdminCreated(StaffMember member) implements ByThemselves {}

    record StaffInvited(long staffId, Role role) implements StaffEvent {}

    record InvitationReissued(long staffId) implements StaffEvent {}

    record InvitationWithdrawn(long staffId) implements StaffEvent {}

    record StaffJoined(StaffMember member) implements ByThemselves {}

    record RoleChanged(long staffId, Role before, Role after) implements StaffEvent {}

    record StaffDisabled(long staffId) implements StaffEvent {}

    record StaffEnabled(long staffId) implements StaffEvent {}

    record StaffRenamed(long staffId, String before, String after) implements StaffEvent {}

    record PasswordChanged(long staffId) implements StaffEvent {}

    record LoggedIn(StaffMember member) implements ByThemselves {}

    record LoggedOut(StaffMember member) implements ByThemselves {}

    /**
     * Someone did not get in. What they typed is not kept.
     *
     * @param known whose account it was, if it was anyone's
     */
    record LoginFailed(Optional<Long> known) implements StaffEvent {

        @Override
        public long staffId() {
            return known.orElse(0L);
        }
    }
}
