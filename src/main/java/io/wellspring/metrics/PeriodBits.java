package io.wellspring.metrics;

import io.wellspring.shared.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A bit for each preset period up to a day and for the one before it. A user's row holds the bits of the periods the user bought in, so
 * that what a period counts is known without looking at facts again.
 */
record PeriodBits(LocalDate asOf) {

    /** Longer than any limited preset period and the one before it together. */
    private static final int DAYS_TOLD_APART = 800;

    record Numbered(Period period, int bit) {}

    /** The first day {@link #perDay} speaks of; all days before are like it. */
    LocalDate from() {
        return asOf.minusDays(DAYS_TOLD_APART);
    }

    /** The bits of each day from {@link #from} up to the as-of day, joined by commas. */
    String perDay() {
        List<Numbered> limited = numbered(from()).stream()
                .filter(period -> period.bit() != bit(PresetPeriod.ALL_TIME))
                .toList();
        return LongStream.rangeClosed(from().toEpochDay(), asOf.toEpochDay())
                .mapToObj(LocalDate::ofEpochDay)
                .map(day -> limited.stream()
                        .filter(period -> period.period().contains(day))
                        .mapToInt(period -> 1 << period.bit())
                        .reduce(1 << bit(PresetPeriod.ALL_TIME), (some, more) -> some | more))
                .map(bits -> Integer.toString(bits))
                .collect(Collectors.joining(","));
    }

    /**
     * Every period with its bit.
     *
     * @param firstDay where "all time" starts; its bit counts every order, however early
     */
    List<Numbered> numbered(LocalDate firstDay) {
        List<Numbered> periods = new ArrayList<>();
        for (PresetPeriod preset : PresetPeriod.values()) {
            periods.add(new Numbered(preset.upTo(asOf, firstDay), bit(preset)));
            preset.before(asOf).ifPresent(before -> periods.add(new Numbered(before, bit(preset) + 1)));
        }
        return periods;
    }

    private static int bit(PresetPeriod preset) {
        return 2 * preset.ordinal();
    }
}
