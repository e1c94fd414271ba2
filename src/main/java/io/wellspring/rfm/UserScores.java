package io.wellspring.rfm;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How one user was measured in one snapshot.
 *
 * @param measured empty if the user had no order in the window
 */
public record UserScores(long snapshotId, LocalDate asOf, int modelVersion, Optional<Measured> measured) {

    public record Measured(
            int recencyDays, long orders, Money net, int r, int f, int m, RfmClass klass, RfmGroup group) {}
}
