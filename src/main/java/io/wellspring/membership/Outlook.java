package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is forecast of one user's tier.
 *
 * @param decideOn the day that decides
 * @param growth what counts so far for keeping it
 * @param kept whether it is kept by what was done so far
 * @param missing by how much more spending it would be; empty if spending alone would not do
 */
public record Outlook(LocalDate decideOn, long growth, boolean kept, Optional<Money> missing) {

    /** Whether nothing is missing but one more order or active day, whatever it costs: then a single minor unit is. */
    public boolean lacksOneOrder() {
        return missing.filter(money -> money.minor() == 1).isPresent();
    }
}
