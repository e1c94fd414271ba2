package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.WellspringProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FormattingTests {

    private final WellspringProperties properties = new WellspringProperties(
            ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY, Currency.getInstance("CNY"), Path.of("data"));
    private final Format format = new Format(properties, new BusinessClock(Clock.systemUTC(), properties));

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0%",
        "0.0004, <0.1%",
        "0.0005, 0.1%",
        "0.5, 50.0%",
        "0.9994, 99.9%",
        "0.9995, >99.9%",
        "1, 100.0%",
        "-0.072, −7.2%"
    })
    void aShareIsNeverRoundedToNothingOrAll(double share, String expected) {
        assertThat(format.percent(share)).isEqualTo(expected);
    }

    @Test
    void aShareOfNothingIsADash() {
        assertThat(format.share(1, 0)).isEqualTo("–");
        assertThat(format.share(1, 8)).isEqualTo("12.5%");
    }

    @Test
    void moneyHasItsOwnSignInEveryLanguage() {
        assertThat(format.money(new Money(123450))).isEqualTo("¥1,234.50");
        assertThat(format.money(new Money(-123450))).isEqualTo("−¥1,234.50");
        assertThat(format.wholeMoney(new Money(123450))).isEqualTo("¥1,234");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(format.money(new Money(123450))).isEqualTo("¥1,234.50");
    }

    @ParameterizedTest
    @CsvSource({"40, 0.1 s", "1940, 1.9 s", "59949, 59.9 s", "60000, 1:00", "3599999, 59:59", "3600000, 1:00:00"})
    void durations(long millis, String expected) {
        assertThat(format.duration(Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 KB", "88289280, 84.2 MB"})
    void sizes(long bytes, String expected) {
        assertThat(format.bytes(bytes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T16:00:00Z, 2026-11-20, 2026-11-20 00:00",
        "2026-11-19T16:30:00Z, 2026-11-20 00:30, 2026-11-20 00:30",
        "2026-11-20T15:59:59Z, 2026-11-20 23:59, 2026-11-20 23:59"
    })
    void instantsInTheBusinessZone(Instant instant, String asFact, String asTime) {
        assertThat(format.moment(instant)).isEqualTo(asFact);
        assertThat(format.dateTime(instant)).isEqualTo(asTime);
    }
}
