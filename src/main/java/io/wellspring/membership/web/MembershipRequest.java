package io.wellspring.membership.web;

import io.wellspring.users.IdentityKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What another system asks; docs/benefits.md says what each value means.
 *
 * @param original the Idempotency-Key of the claim that is undone
 * @param reason why it is
 */
record MembershipRequest(
        @Nullable Long userId,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String original,
        @Nullable String reason) {

    /** A question about a user. */
    static MembershipRequest about(@Nullable Long userId, @Nullable String externalId) {
        return new MembershipRequest(userId, externalId, null, null, null, null);
    }

    /** The same, if it says nothing that a claim does not need. */
    MembershipRequest claiming() {
        FieldUnknown.unlessAbsent("original", original);
        FieldUnknown.unlessAbsent("reason", reason);
        return this;
    }

    /** The same, if it says nothing that taking a claim back does not need. */
    MembershipRequest undoing() {
        FieldUnknown.unlessAbsent("userId", userId);
        FieldUnknown.unlessAbsent("externalId", externalId);
        FieldUnknown.unlessAbsent("phone", phone);
        FieldUnknown.unlessAbsent("email", email);
        return this;
    }

    /** One way to name a user. */
    record Named(IdentityKind kind, String value) {}

    List<Named> named() {
        return Stream.of(
                        named(IdentityKind.EXTERNAL_ID, externalId),
                        named(IdentityKind.PHONE, phone),
                        named(IdentityKind.EMAIL, email))
                .flatMap(Optional::stream)
                .toList();
    }

    String originalKey() {
        if (original == null) {
            throw new FieldUnclear("original");
        }
        return original;
    }

    String why() {
        return reason == null ? "" : reason;
    }

    private static Optional<Named> named(IdentityKind kind, @Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(text -> new Named(kind, text.strip()));
    }
}
