package io.wellspring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PresetPeriodTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-03-31");

    @Test
    void comparesDaysWithTheDaysBefore() {
        assertThat(PresetPeriod.LAST_7_DAYS.upTo(AS_OF, AS_OF)).isEqualTo(closed("2026-03-25", "2026-03-31"));
        assertThat(PresetPeriod.LAST_7_DAYS.before(AS_OF)).contains(closed("2026-03-18", "2026-03-24"));
    }

    @Test
    void comparesAMonthWithTheSameDaysOfTheMonthBefore() {
        assertThat(PresetPeriod.THIS_MONTH.upTo(AS_OF, AS_OF)).isEqualTo(closed("2026-03-01", "2026-03-31"));
        assertThat(PresetPeriod.THIS_MONTH.before(AS_OF)).contains(closed("2026-02-01", "2026-02-28"));
        assertThat(PresetPeriod.LAST_MONTH.upTo(AS_OF, AS_OF)).isEqualTo(closed("2026-02-01", "2026-02-28"));
        assertThat(PresetPeriod.LAST_MONTH.before(AS_OF)).contains(closed("2026-01-01", "2026-01-31"));
    }

    @Test
    void comparesAYearWithTheSameDaysOfTheYearBefore() {
        LocalDate leapDay = LocalDate.parse("2028-02-29");
        assertThat(PresetPeriod.THIS_YEAR.upTo(leapDay, leapDay)).isEqualTo(closed("2028-01-01", "2028-02-29"));
        assertThat(PresetPeriod.THIS_YEAR.before(leapDay)).contains(closed("2027-01-01", "2027-02-28"));
    }

    @Test
    void comparesAllTimeWithNothing() {
        assertThat(PresetPeriod.ALL_TIME.upTo(AS_OF, LocalDate.parse("2020-05-05")))
                .isEqualTo(closed("2020-05-05", "2026-03-31"));
        assertThat(PresetPeriod.ALL_TIME.before(AS_OF)).isEmpty();
    }

    private static Period closed(String first, String last) {
        return Period.closed(LocalDate.parse(first), LocalDate.parse(last));
    }
}
