package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What another system shows instead of a login. */
@Entity
@Table(schema = "staff", name = "api_token")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class ApiToken {

    static final int LONGEST_NAME = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    private String secretHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "created_by")
    private StaffAccount createdBy;

    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    /** @param expiresAt from when on it no longer works; null if never */
    ApiToken(
            String name,
            Set<Scope> scopes,
            Secret secret,
            StaffAccount createdBy,
            @Nullable Instant expiresAt,
            Instant when) {
        if (name.isBlank()) {
            throw new NameMissing();
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new TokenNameTooLong(LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            throw new ScopeMissing();
        }
        if (expiresAt != null && !expiresAt.isAfter(when)) {
            throw new ExpiryInThePast();
        }
        this.name = name.strip();
        this.scopes = scopes.stream().sorted().map(Enum::name).toList();
        this.secretHash = secret.digest();
        this.createdBy = createdBy;
        this.createdAt = when;
        this.expiresAt = expiresAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    String name() {
        return name;
    }

    TokenBearer bearer() {
        return new TokenBearer(id(), name, scopes());
    }

    boolean wasUsedAfter(Instant moment) {
        return lastUsedAt != null && lastUsedAt.isAfter(moment);
    }

    TokenLine line(Instant now, BusinessClock clock) {
        return new TokenLine(
                id(),
                name,
                scopes().stream().sorted().toList(),
                state(now),
                createdBy.name(),
                createdAt,
                Optional.ofNullable(lastUsedAt),
                Optional.ofNullable(expiresAt).map(end -> clock.dateOf(end.minusNanos(1))),
                Optional.ofNullable(revokedAt));
    }

    TokenState state(Instant now) {
        if (revokedAt != null) {
            return TokenState.REVOKED;
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return TokenState.EXPIRED;
        }
        return createdBy.isActiveAdmin() ? TokenState.WORKING : TokenState.RESTING;
    }

    void revoke(Instant when) {
        if (revokedAt != null) {
            throw new TokenRevokedAlready();
        }
        revokedAt = when;
    }

    private Set<Scope> scopes() {
        return scopes.stream().map(Scope::valueOf).collect(Collectors.toSet());
    }
}
