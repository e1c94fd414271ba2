package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleRuleTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ThrottleRule rule =
            new ThrottleRule(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "8, 240", "9, 480", "10, 900", "11, 900", "1000000, 900"})
    void waitsDoubleUpToTheLongest(int failures, int seconds) {
        assertThat(rule.delayAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 30000", "29999, 1", "30000, 0", "30001, 0"})
    void theWaitRunsFromTheLastFailure(int millisLater, int millisLeft) {
        ThrottleRule.Record five = new ThrottleRule.Record(5, Optional.of(NOON));
        assertThat(rule.waitAt(NOON.plusMillis(millisLater), five)).isEqualTo(Duration.ofMillis(millisLeft));
    }

    @Test
    void nobodyWaitsWithoutAFailure() {
        assertThat(rule.waitAt(NOON, new ThrottleRule.Record(0, Optional.empty())))
                .isZero();
    }
}
