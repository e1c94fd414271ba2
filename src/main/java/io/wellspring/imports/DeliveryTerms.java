package io.wellspring.imports;

import io.wellspring.staff.TokenBearer;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Of a file another system has brought: its token, the key it gave, and what it wants done. All is null or false of a file that a member
 * of staff uploads.
 */
@Embeddable
record DeliveryTerms(
        @Nullable Long tokenId,
        @Nullable String idempotencyKey,
        @Nullable String deliveredMapping,
        boolean commitWhenRehearsed,
        @Nullable Long maxRejected) {

    static final DeliveryTerms NONE = new DeliveryTerms(null, null, null, false, null);

    static DeliveryTerms of(Delivery delivery, TokenBearer bearer, Optional<String> key) {
        return new DeliveryTerms(
                bearer.tokenId(),
                key.orElse(null),
                delivery.mapping().orElse(null),
                delivery.commit(),
                delivery.maxRejected().isPresent()
                        ? (Long) delivery.maxRejected().getAsLong()
                        : null);
    }

    Delivery delivery(ImportKind kind) {
        return new Delivery(
                kind,
                Optional.ofNullable(deliveredMapping),
                commitWhenRehearsed,
                maxRejected == null ? OptionalLong.empty() : OptionalLong.of(maxRejected));
    }

    DeliveryTerms withoutKey() {
        return new DeliveryTerms(tokenId, null, deliveredMapping, commitWhenRehearsed, maxRejected);
    }

    DeliveryTerms withoutCommit() {
        return new DeliveryTerms(tokenId, idempotencyKey, deliveredMapping, false, maxRejected);
    }

    boolean allows(long rejected) {
        return maxRejected == null || rejected <= maxRejected;
    }
}
