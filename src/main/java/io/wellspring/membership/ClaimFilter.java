package io.wellspring.membership;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which claims are wanted.
 *
 * @param tier the number of a tier, of those who hold it now
 * @param from the first business day
 * @param undone whether those are wanted too that were undone
 */
public record ClaimFilter(
        Optional<UserId> user,
        Optional<Long> benefit,
        Optional<Integer> tier,
        Optional<LocalDate> from,
        boolean undone) {

    public static ClaimFilter of(UserId user) {
        return new ClaimFilter(Optional.of(user), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    public static ClaimFilter of(long benefit) {
        return new ClaimFilter(Optional.empty(), Optional.of(benefit), Optional.empty(), Optional.empty(), true);
    }
}
