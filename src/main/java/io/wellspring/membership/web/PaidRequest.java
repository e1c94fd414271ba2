package io.wellspring.membership.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of a paid membership; docs/tiers.md says what each value means.
 *
 * @param day on which it happened; null is today
 * @param original the Idempotency-Key of the start or renewal whose term is ended
 * @param amount what is given back, in units of the currency
 */
record PaidRequest(
        @Nullable Long userId,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Long plan,
        @Nullable LocalDate day,
        @Nullable String original,
        @Nullable BigDecimal amount,
        @Nullable String reason) {

    MembershipRequest user() {
        return new MembershipRequest(userId, externalId, phone, email, null, null);
    }

    long planAsked() {
        if (plan == null) {
            throw new FieldUnclear("plan");
        }
        return plan;
    }

    String originalKey() {
        if (original == null) {
            throw new FieldUnclear("original");
        }
        return original;
    }

    BigDecimal amountAsked() {
        if (amount == null) {
            throw new FieldUnclear("amount");
        }
        return amount;
    }

    String why() {
        return reason == null ? "" : reason;
    }
}
