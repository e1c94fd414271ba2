package io.wellspring.activity;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.OptionalInt;

/**
 * When in the week a user orders and does things, in the business zone.
 *
 * @param times how often, by day of the week and hour; hours in which nothing happened are left out
 */
public record ActivityHours(Map<Slot, Long> times) {

    /** @param hour empty for what is only known by its day */
    public record Slot(DayOfWeek day, OptionalInt hour) {}

    public ActivityHours {
        times = Map.copyOf(times);
    }

    public long at(DayOfWeek day, int hour) {
        return times.getOrDefault(new Slot(day, OptionalInt.of(hour)), 0L);
    }

    /** How often on a day whose hour nobody knows. */
    public long withoutHour(DayOfWeek day) {
        return times.getOrDefault(new Slot(day, OptionalInt.empty()), 0L);
    }

    public long total() {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often in the busiest slot. */
    public long most() {
        return times.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    public boolean someWithoutHour() {
        return times.keySet().stream().anyMatch(slot -> slot.hour().isEmpty());
    }

    public boolean someWithHour() {
        return times.keySet().stream().anyMatch(slot -> slot.hour().isPresent());
    }
}
