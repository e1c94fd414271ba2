package io.wellspring.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a file says about something a user did.
 *
 * @param externalId the user by external id; at least one of it, {@code phone} (E.164) and {@code email} (lower case) is given
 * @param type what happened: {@code login}, {@code visit}, {@code share} …
 * @param count how often at that time, at least once
 * @param attributes what else is known of it: a JSON object, or null for nothing
 */
public record ActivityRow(
        long lineNo,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        String type,
        Instant happenedAt,
        int count,
        @Nullable String attributes) {

    public ActivityRow {
        if (externalId == null && phone == null && email == null) {
            throw new IllegalArgumentException("Line " + lineNo + " names nobody");
        }
        if (count < 1) {
            throw new IllegalArgumentException("Line " + lineNo + " happened " + count + " times");
        }
    }
}
