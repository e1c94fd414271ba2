package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who would drop by what they did so far.
 *
 * @param decideOn the day that decides
 * @param growth what counts for keeping the tier
 * @param missing by how much more spending they would keep it; empty if spending alone would not do
 */
public record Dropping(UserId user, long tierId, LocalDate decideOn, long growth, Optional<Money> missing) {

    /** Whether nothing is missing but one more order or active day, whatever it costs: then a single minor unit is. */
    public boolean lacksOneOrder() {
        return missing.filter(money -> money.minor() == 1).isPresent();
    }
}
