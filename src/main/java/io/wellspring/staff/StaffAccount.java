package io.wellspring.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The account of one member of staff: invited, active or disabled. */
@Entity
@Table(schema = "staff", name = "account")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class StaffAccount {

    static final Duration INVITATION_LASTS = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private StaffState state;

    private @Nullable String passwordHash;
    private @Nullable String locale;
    private int generation;
    private @Nullable String invitationHash;
    private @Nullable Instant invitationExpiresAt;
    private Instant createdAt;
    private @Nullable Instant joinedAt;
    private @Nullable Instant lastLoginAt;

    @Version
    private int version;

    private StaffAccount(EmailAddress email, String name, Role role, StaffState state, Instant when) {
        this.email = email.text();
        this.name = checked(name);
        this.role = role;
        this.state = state;
        this.createdAt = when;
    }

    static StaffAccount firstAdmin(EmailAddress email, String name, String passwordHash, Instant when) {
        StaffAccount account = new StaffAccount(email, name, Role.ADMIN, StaffState.ACTIVE, when);
        account.passwordHash = passwordHash;
        account.joinedAt = when;
        return account;
    }

    static StaffAccount invited(EmailAddress email, String name, Role role, Secret token, Instant when) {
        StaffAccount account = new StaffAccount(email, name, role, StaffState.INVITED, when);
        account.reinvite(token, when);
        return account;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    StaffMember member() {
        return new StaffMember(id(), email, name, role);
    }

    StaffLine line(Instant now) {
        return new StaffLine(
                member(),
                state,
                Optional.ofNullable(joinedAt),
                Optional.ofNullable(lastLoginAt),
                Optional.ofNullable(invitationExpiresAt),
                hasOpenInvitation(now));
    }

    StaffSession session() {
        return new StaffSession(
                member(), generation, Optional.ofNullable(locale).flatMap(Language::of));
    }

    Role role() {
        return role;
    }

    String name() {
        return name;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean isActive() {
        return state == StaffState.ACTIVE;
    }

    boolean isActiveAdmin() {
        return isActive() && role == Role.ADMIN;
    }

    boolean isInvited() {
        return state == StaffState.INVITED;
    }

    boolean hasOpenInvitation(Instant now) {
        return invitationExpiresAt != null && now.isBefore(invitationExpiresAt);
    }

    /** A new link; the one before stops working. */
    void reinvite(Secret token, Instant when) {
        must(isInvited());
        invitationHash = token.digest();
        invitationExpiresAt = when.plus(INVITATION_LASTS);
    }

    void join(String newHash, Instant when) {
        if (!isInvited() || !hasOpenInvitation(when)) {
            throw new InvitationNotValid();
        }
        invitationHash = null;
        invitationExpiresAt = null;
        passwordHash = newHash;
        state = StaffState.ACTIVE;
        joinedAt = when;
    }

    void changeRole(Role newRole) {
        role = newRole;
    }

    void disable() {
        must(isActive());
        state = StaffState.DISABLED;
        generation++;
    }

    void enable() {
        must(state == StaffState.DISABLED);
        state = StaffState.ACTIVE;
    }

    void rename(String newName) {
        name = checked(newName);
    }

    void speak(Language language) {
        locale = language.tag();
    }

    /** Whoever else is logged in with the old password no longer is. */
    void changePassword(String newHash) {
        must(isActive());
        passwordHash = newHash;
        generation++;
    }

    /** The same password under a stronger hash. */
    void strengthen(String newHash) {
        passwordHash = newHash;
    }

    void loggedIn(Instant when) {
        lastLoginAt = when;
    }

    private static String checked(String name) {
        if (name.isBlank()) {
            throw new NameMissing();
        }
        return name.strip();
    }

    private static void must(boolean possible) {
        if (!possible) {
            throw new StaffChangedMeanwhile();
        }
    }
}
