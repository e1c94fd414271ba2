package io.wellspring.users;

import io.wellspring.shared.UserId;

/**
 * Two users were found to be one, in a transaction that is not over yet: whoever keeps something of {@code absorbed} hands it to {@code
 * survivor} within it.
 */
public record UsersMerged(UserId survivor, UserId absorbed) {}
