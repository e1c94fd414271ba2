package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Map;

/**
 * All users were evaluated.
 *
 * @param changes how many terms began, by cause; the history says whose
 */
public record TiersEvaluated(LocalDate asOf, int version, Map<TierCause, Long> changes) {

    public TiersEvaluated {
        changes = Map.copyOf(changes);
    }

    public long of(TierCause cause) {
        return changes.getOrDefault(cause, 0L);
    }
}
