package io.wellspring.shared;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The one place that knows what time it is and which business date that makes. Ask it at the edge; pass the answer inwards. */
@Component
@RequiredArgsConstructor
public class BusinessClock {

    private final Clock clock;
    private final WellspringProperties properties;

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dateOf(now());
    }

    public ZoneId zone() {
        return properties.zone();
    }

    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** The first instant of {@code day} in the business zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The last instant of {@code day} that the database tells from the next. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    public LocalDate startOfWeek(LocalDate day) {
        DayOfWeek first = properties.weekStart();
        return day.with(TemporalAdjusters.previousOrSame(first));
    }
}
