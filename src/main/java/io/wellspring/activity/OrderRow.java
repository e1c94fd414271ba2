package io.wellspring.activity;

import io.wellspring.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a file says about an order or a refund.
 *
 * @param amount what was paid, or for a refund what was given back; never negative
 * @param externalId the user by external id; at least one of it, {@code phone} (E.164) and {@code email} (lower case) is given
 */
public record OrderRow(
        long lineNo,
        OrderKind kind,
        String orderNo,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        Instant paidAt,
        Money amount,
        @Nullable String channel) {

    public OrderRow {
        if (externalId == null && phone == null && email == null) {
            throw new IllegalArgumentException("Line " + lineNo + " names nobody");
        }
        if (amount.minor() < 0) {
            throw new IllegalArgumentException("Line " + lineNo + " has a negative amount");
        }
    }
}
