package io.wellspring.points;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Until when points can be spent, counted from the day they can be spent from; the last day counts in full. */
public sealed interface ExpiryPolicy {

    /**
     * The last business day; empty is for good.
     *
     * @throws ExpiresBeforeItBegins if that is before {@code from}
     */
    Optional<LocalDate> lastDay(LocalDate from);

    /** The first day from which on points that came then can still be spent on a day; empty if that is any day. */
    Optional<LocalDate> stillGoodFrom(LocalDate on);

    static ExpiryPolicy of(Optional<LocalDate> lastDay) {
        return lastDay.<ExpiryPolicy>map(OnDay::new).orElseGet(Never::new);
    }

    record Never() implements ExpiryPolicy {

        @Override
        public Optional<LocalDate> lastDay(LocalDate from) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> stillGoodFrom(LocalDate on) {
            return Optional.empty();
        }
    }

    /** Through the {@code days}-th day after. */
    record AfterDays(int days) implements ExpiryPolicy {

        public AfterDays {
            check(days, 36_500);
        }

        @Override
        public Optional<LocalDate> lastDay(LocalDate from) {
            return Optional.of(from.plusDays(days));
        }

        @Override
        public Optional<LocalDate> stillGoodFrom(LocalDate on) {
            return Optional.of(on.minusDays(days));
        }
    }

    /** Through the end of the month that is {@code months} months later; 0 is the month itself. */
    record EndOfMonth(int months) implements ExpiryPolicy {

        public EndOfMonth {
            check(months, 1200);
        }

        @Override
        public Optional<LocalDate> lastDay(LocalDate from) {
            return Optional.of(YearMonth.from(from).plusMonths(months).atEndOfMonth());
        }

        @Override
        public Optional<LocalDate> stillGoodFrom(LocalDate on) {
            return Optional.of(YearMonth.from(on).minusMonths(months).atDay(1));
        }
    }

    /** Through the end of the year that is {@code years} years later; 0 is the year itself. */
    record EndOfYear(int years) implements ExpiryPolicy {

        public EndOfYear {
            check(years, 100);
        }

        @Override
        public Optional<LocalDate> lastDay(LocalDate from) {
            return Optional.of(LocalDate.of(from.getYear() + years, 12, 31));
        }

        @Override
        public Optional<LocalDate> stillGoodFrom(LocalDate on) {
            return Optional.of(LocalDate.of(on.getYear() - years, 1, 1));
        }
    }

    /** Through one day, whenever they came. */
    record OnDay(LocalDate day) implements ExpiryPolicy {

        @Override
        public Optional<LocalDate> lastDay(LocalDate from) {
            if (day.isBefore(from)) {
                throw new ExpiresBeforeItBegins(day, from);
            }
            return Optional.of(day);
        }

        @Override
        public Optional<LocalDate> stillGoodFrom(LocalDate on) {
            return Optional.of(day.plusDays(1)).filter(after -> !on.isBefore(after));
        }
    }

    private static void check(int number, int most) {
        RuleUnfit.unlessWithin("expiryNumber", number, 0, most);
    }
}
