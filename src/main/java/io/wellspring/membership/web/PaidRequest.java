package io.wellspring.membership.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of a paid membership; docs/tiers.md says what each value means.
 *
 * @param term which one is renewed; null is the latest of the plan
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
        @Nullable Long term,
        @Nullable LocalDate day,
        @Nullable String original,
        @Nullable BigDecimal amount,
        @Nullable String reason) {

    /** Whom something is sold to; nothing is said that a sale does not need. */
    MembershipRequest user() {
        FieldUnknown.unlessAbsent("original", original);
        FieldUnknown.unlessAbsent("amount", amount);
        FieldUnknown.unlessAbsent("reason", reason);
        return new MembershipRequest(userId, externalId, phone, email, null, null);
    }

    /** What is ended; nothing is said that belongs to a sale. */
    private void endingOnly() {
        FieldUnknown.unlessAbsent("userId", userId);
        FieldUnknown.unlessAbsent("externalId", externalId);
        FieldUnknown.unlessAbsent("phone", phone);
        FieldUnknown.unlessAbsent("email", email);
        FieldUnknown.unlessAbsent("plan", plan);
    }

    long planAsked() {
        if (plan == null) {
            throw new FieldUnclear("plan");
        }
        return plan;
    }

    /** The same, if it gives nothing back. */
    PaidRequest lapsing() {
        FieldUnknown.unlessAbsent("amount", amount);
        return this;
    }

    String originalKey() {
        endingOnly();
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
