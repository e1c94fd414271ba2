package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule by which users earn points by themselves.
 *
 * @param versions the latest first; never empty
 */
public record EarningRule(long id, String name, List<Version> versions) {

    public EarningRule {
        versions = List.copyOf(versions);
    }

    /** @param lastDay until when it decides: its own last day, or the day before a later version begins; empty is without end */
    public record Version(
            int number, EarningTerms terms, Optional<LocalDate> lastDay, Instant savedAt, String savedBy) {

        /** Whether a later version took all its days. */
        public boolean never() {
            return lastDay.filter(last -> last.isBefore(terms.validFrom())).isPresent();
        }

        public boolean decidesOn(LocalDate day) {
            return !day.isBefore(terms.validFrom())
                    && lastDay.filter(last -> last.isBefore(day)).isEmpty();
        }

        /** Whether it decides on a day or on any later one. */
        public boolean decidesAfter(LocalDate day) {
            return !never() && lastDay.filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    public Version latest() {
        return versions.getFirst();
    }

    /** Whether it gives points today that it would go on giving: only then there is something to stop. */
    public boolean goesOnAfter(LocalDate today) {
        return givesOn(today) && versions.stream().anyMatch(version -> version.decidesAfter(today.plusDays(1)));
    }

    /** Whether it gives points for what happens on a day. */
    public boolean givesOn(LocalDate day) {
        return versions.stream().anyMatch(version -> version.decidesOn(day));
    }
}
