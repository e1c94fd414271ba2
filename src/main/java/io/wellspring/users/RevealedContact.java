package io.wellspring.users;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A user's personal data in the clear; whoever sees it stands in the audit trail. */
public record RevealedContact(
        UserId id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate birthday) {}
