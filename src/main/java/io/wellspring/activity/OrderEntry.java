package io.wellspring.activity;

import io.wellspring.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order or refund of a user. A refund's amount is what was given back. */
public record OrderEntry(
        long id,
        OrderKind kind,
        String orderNo,
        Instant paidAt,
        Money amount,
        @Nullable String channel,
        boolean demo) {}
