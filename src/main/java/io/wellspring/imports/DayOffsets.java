package io.wellspring.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants of moments in one zone, whose rules are asked once a day: rows that follow each other are mostly of the same one. */
final class DayOffsets {

    private final ZoneId zone;
    private @Nullable LocalDate day;
    /** All that day long; null where clocks are changed on it. */
    private @Nullable ZoneOffset offset;

    DayOffsets(ZoneId zone) {
        this.zone = zone;
    }

    Instant instantOf(Moment moment) {
        if (moment.offset() != null) {
            return moment.in(zone);
        }
        if (!moment.date().equals(day)) {
            day = moment.date();
            ZoneOffset start = zone.getRules().getOffset(day.atStartOfDay());
            ZoneOffset end = zone.getRules().getOffset(day.atTime(LocalTime.MAX));
            boolean untouched = start.equals(end)
                    && zone.getRules().getValidOffsets(day.atStartOfDay()).size() == 1;
            offset = untouched ? start : null;
        }
        return offset == null
                ? moment.in(zone)
                : Instant.ofEpochSecond(
                        moment.date().toEpochDay() * 86_400L + moment.time().toSecondOfDay() - offset.getTotalSeconds(),
                        moment.time().getNano());
    }
}
