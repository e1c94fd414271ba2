package io.wellspring.segments;

import io.wellspring.shared.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** In which days something was done; written as text in stored rules and addresses. */
public sealed interface When {

    int MOST_DAYS = 3660;

    /** The days this means as of a day; empty for ever. */
    Optional<Period> period(LocalDate asOf, DayOfWeek weekStart);

    /** As it is stored; {@link #of} reads it again. */
    String text();

    record Ever() implements When {
        @Override
        public Optional<Period> period(LocalDate asOf, DayOfWeek weekStart) {
            return Optional.empty();
        }

        @Override
        public String text() {
            return "ever";
        }
    }

    /** The so many calendar days that end with the day asked about. */
    record LastDays(int days) implements When {
        public LastDays {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("Days out of range: " + days);
            }
        }

        @Override
        public Optional<Period> period(LocalDate asOf, DayOfWeek weekStart) {
            return Optional.of(Period.daysUpTo(asOf, days));
        }

        @Override
        public String text() {
            return "last:" + days;
        }
    }

    /** From one day to another, both included. */
    record Between(LocalDate from, LocalDate to) implements When {
        public Between {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("Days the wrong way round: " + from + " to " + to);
            }
        }

        @Override
        public Optional<Period> period(LocalDate asOf, DayOfWeek weekStart) {
            return Optional.of(Period.closed(from, to));
        }

        @Override
        public String text() {
            return from + ".." + to;
        }
    }

    /** The week, month or year that the day asked about lies in. */
    record This(Unit unit) implements When {
        @Override
        public Optional<Period> period(LocalDate asOf, DayOfWeek weekStart) {
            LocalDate first =
                    switch (unit) {
                        case WEEK -> asOf.with(TemporalAdjusters.previousOrSame(weekStart));
                        case MONTH -> asOf.withDayOfMonth(1);
                        case YEAR -> asOf.withDayOfYear(1);
                    };
            return Optional.of(Period.closed(first, asOf));
        }

        @Override
        public String text() {
            return "this:" + unit;
        }
    }

    enum Unit {
        WEEK,
        MONTH,
        YEAR
    }

    /** What a text means; empty if it means nothing. */
    static Optional<When> of(String text) {
        try {
            if (text.isEmpty() || text.equals("ever")) {
                return Optional.of(new Ever());
            }
            if (text.startsWith("last:")) {
                return Optional.of(new LastDays(Integer.parseInt(text.substring(5))));
            }
            if (text.startsWith("this:")) {
                return Arrays.stream(Unit.values())
                        .filter(unit -> unit.name().equals(text.substring(5)))
                        .findFirst()
                        .map(This::new);
            }
            String[] days = text.split("\\.\\.", -1);
            return days.length == 2
                    ? Optional.of(new Between(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
