package io.wellspring.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user whom rows of another kind mention; at least one identity is given.
 *
 * @param phone in E.164
 * @param email in lower case
 * @param seenAt when the user is first heard of
 * @param channel the channel of that first time, if it names one
 */
public record UserReference(
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        Instant seenAt,
        @Nullable String channel) {}
