package io.wellspring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoosingTheDayTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int WINDOW = 365;
    private static final LocalDate FIRST_DAY_OF_WINDOW = TODAY.minusDays(WINDOW - 1);

    @Test
    void todayAsLongAsAnOrderLiesInTheWindow() {
        assertThat(day(TODAY)).isEqualTo(TODAY);
        assertThat(day(FIRST_DAY_OF_WINDOW)).isEqualTo(TODAY);
    }

    @Test
    void theLastOrdersDayAsSoonAsNoneDoes() {
        LocalDate before = FIRST_DAY_OF_WINDOW.minusDays(1);
        assertThat(day(before)).isEqualTo(before);
        assertThat(day(LocalDate.of(1998, 6, 30))).isEqualTo(LocalDate.of(1998, 6, 30));
    }

    @Test
    void todayWithoutOrdersAndWithOrdersOfTomorrow() {
        assertThat(new AsOf(TODAY, Optional.empty(), WINDOW).day()).isEqualTo(TODAY);
        assertThat(day(TODAY.plusDays(1))).isEqualTo(TODAY);
    }

    private static LocalDate day(LocalDate lastOrder) {
        return new AsOf(TODAY, Optional.of(lastOrder), WINDOW).day();
    }
}
