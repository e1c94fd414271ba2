package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule by which users earn points by themselves.
 *
 * @param versions the latest first; never empty
 */
public record EarningRule(long id, String name, List<Version> versions) {

    public EarningRule {
        versions = List.copyOf(versions);
    }

    /**
     * @param stops whether it was made to stop the rule: it decides on no day, nor do versions before it from its first day on
     * @param lastDay until when it decides: its own last day, or the day before a later version begins; empty is without end
     */
    public record Version(
            int number,
            EarningTerms terms,
            boolean stops,
            Optional<LocalDate> lastDay,
            Instant savedAt,
            String savedBy) {

        /** Whether it decides on no day: it stops the rule, or a later version took all its days. */
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

    /** The version that decides first of those yet to decide, where none does today: only then there is something to call off. */
    public Optional<Version> yetToBegin(LocalDate today) {
        return givesOn(today)
                ? Optional.empty()
                : versions.stream()
                        .filter(version -> version.decidesAfter(today))
                        .min(Comparator.comparing(version -> version.terms().validFrom()));
    }

    /** What says best what the rule is about on a day: the version that decides on it, or the next one that will, or the last one that did. */
    public Version about(LocalDate today) {
        return versions.stream()
                .filter(version -> version.decidesOn(today))
                .findFirst()
                .or(() -> yetToBegin(today))
                .or(() -> decided()
                        .max(Comparator.comparing(version -> version.terms().validFrom())))
                .orElseGet(this::latest);
    }

    /** The newest version, if it will decide and does not yet. */
    public Optional<Version> toCome(LocalDate today) {
        return Optional.of(latest()).filter(version -> version.decidesAfter(today) && !version.decidesOn(today));
    }

    /** The first day it gives points for; empty if it never does. */
    public Optional<LocalDate> firstDay() {
        return decided().map(version -> version.terms().validFrom()).min(Comparator.naturalOrder());
    }

    /** The last day it gives points for; empty if that is without end, or if it never does. */
    public Optional<LocalDate> lastDay() {
        return decided().anyMatch(version -> version.lastDay().isEmpty())
                ? Optional.empty()
                : decided().flatMap(version -> version.lastDay().stream()).max(Comparator.naturalOrder());
    }

    private Stream<Version> decided() {
        return versions.stream().filter(version -> !version.never());
    }

    /** Whether it gives points for what happens on a day. */
    public boolean givesOn(LocalDate day) {
        return versions.stream().anyMatch(version -> version.decidesOn(day));
    }
}
