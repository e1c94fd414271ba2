package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a user has on a day.
 *
 * @param present what is left of lots that can be spent on the day
 * @param pending what is left of lots that can be spent later
 * @param debt what a reversed earning should have taken back and could not
 * @param nextExpiry the last day of the lot that goes first
 */
public record Balance(Points present, Points pending, Points debt, Optional<LocalDate> nextExpiry) {

    static final Balance NOTHING = new Balance(Points.ZERO, Points.ZERO, Points.ZERO, Optional.empty());

    /** What is there, less what is owed; below nothing where more is owed than there is. */
    public Points total() {
        return new Points(present.value() - debt.value());
    }

    /** What can be spent on the day: the total, or nothing where that is below it. */
    public Points available() {
        return total().isPositive() ? total() : Points.ZERO;
    }
}
