package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when points are good, over the ends of months, years and February. */
class ExpiryPolicyTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 0, 2026-01-31",
        "2028-02-28, 1, 2028-02-29",
        "2027-02-28, 1, 2027-03-01",
        "2028-02-29, 365, 2029-02-28"
    })
    void afterDays(LocalDate from, int days, LocalDate last) {
        assertThat(new ExpiryPolicy.AfterDays(days).lastDay(from)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-01-31, 1, 2028-02-29",
        "2027-01-31, 1, 2027-02-28",
        "2028-02-29, 12, 2029-02-28",
        "2028-02-29, 48, 2032-02-29",
        "2026-12-31, 0, 2026-12-31",
        "2026-12-01, 1, 2027-01-31",
        "2026-04-30, 1, 2026-05-31"
    })
    void endOfMonth(LocalDate from, int months, LocalDate last) {
        assertThat(new ExpiryPolicy.EndOfMonth(months).lastDay(from)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 0, 2026-12-31", "2026-12-31, 0, 2026-12-31", "2028-02-29, 1, 2029-12-31"})
    void endOfYear(LocalDate from, int years, LocalDate last) {
        assertThat(new ExpiryPolicy.EndOfYear(years).lastDay(from)).contains(last);
    }

    @Test
    void neverAndOneDay() {
        LocalDate day = LocalDate.parse("2028-02-29");
        assertThat(new ExpiryPolicy.Never().stillGoodFrom(day)).isEmpty();
        assertThat(new ExpiryPolicy.Never().lastDay(day)).isEmpty();
        assertThat(new ExpiryPolicy.OnDay(day).lastDay(day)).contains(day);
        assertThatThrownBy(() -> new ExpiryPolicy.OnDay(day).lastDay(day.plusDays(1)))
                .isInstanceOf(ExpiresBeforeItBegins.class);
    }

    @Property
    void goodIsWhatCameSinceTheFirstDayOfThoseStillGood(
            @ForAll @IntRange(min = 0, max = 40_000) int day,
            @ForAll @IntRange(max = 100) int number,
            @ForAll @IntRange(max = 3) int policy) {
        LocalDate on = LocalDate.of(1990, 1, 1).plusDays(day);
        ExpiryPolicy expiry =
                switch (policy) {
                    case 0 -> new ExpiryPolicy.AfterDays(number);
                    case 1 -> new ExpiryPolicy.EndOfMonth(number);
                    case 2 -> new ExpiryPolicy.EndOfYear(number);
                    default -> new ExpiryPolicy.OnDay(on.plusDays(number));
                };
        LocalDate first = expiry.stillGoodFrom(on).orElse(LocalDate.MIN);
        if (policy == 3) {
            assertThat(first).isEqualTo(LocalDate.MIN);
            assertThat(expiry.stillGoodFrom(on.plusDays(number + 1L))).contains(on.plusDays(number + 1L));
        } else {
            assertThat(expiry.lastDay(first))
                    .hasValueSatisfying(last -> assertThat(last).isAfterOrEqualTo(on));
            assertThat(expiry.lastDay(first.minusDays(1)))
                    .hasValueSatisfying(last -> assertThat(last).isBefore(on));
        }
    }

    @Property
    void nothingIsOverBeforeItBegins(
            @ForAll @IntRange(min = 0, max = 40_000) int day, @ForAll @IntRange(max = 100) int number) {
        LocalDate from = LocalDate.of(1990, 1, 1).plusDays(day);
        assertThat(new ExpiryPolicy.AfterDays(number).lastDay(from))
                .hasValueSatisfying(last -> assertThat(last).isAfterOrEqualTo(from));
        assertThat(new ExpiryPolicy.EndOfMonth(number).lastDay(from)).hasValueSatisfying(last -> {
            assertThat(last).isAfterOrEqualTo(from);
            assertThat(last.plusDays(1).getDayOfMonth()).isEqualTo(1);
        });
        assertThat(new ExpiryPolicy.EndOfYear(number).lastDay(from)).hasValueSatisfying(last -> {
            assertThat(last).isAfterOrEqualTo(from);
            assertThat(last.plusDays(1).getDayOfYear()).isEqualTo(1);
        });
    }
}
