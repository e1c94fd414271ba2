package io.wellspring.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the stage on a day is, word for word, one day after the other; slow and plain. */
record NaiveLife(@Nullable LocalDate registeredOn, List<LocalDate> orders, List<ThresholdsVersion> versions) {

    Optional<Stage> on(LocalDate day) {
        if (orders.isEmpty()) {
            return registeredOn == null || !registeredOn.isAfter(day) ? Optional.of(Stage.PROSPECT) : Optional.empty();
        }
        LocalDate first = orders.getFirst();
        if (day.isBefore(first)) {
            return registeredOn != null && !registeredOn.isAfter(day) ? Optional.of(Stage.PROSPECT) : Optional.empty();
        }
        Thresholds thresholds = versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .max(Comparator.comparing(ThresholdsVersion::version))
                .orElseThrow()
                .thresholds();
        Stage stage = Stage.NEW;
        LocalDate returned = null;
        for (LocalDate d = first; !d.isAfter(day); d = d.plusDays(1)) {
            if (orders.contains(d) && (stage == Stage.DORMANT || stage == Stage.LOST)) {
                returned = d;
            }
            stage = stage(d, returned, thresholds);
        }
        return Optional.of(stage);
    }

    private Stage stage(LocalDate day, @Nullable LocalDate returned, Thresholds thresholds) {
        List<LocalDate> known =
                orders.stream().filter(order -> !order.isAfter(day)).toList();
        List<LocalDate> dates = known.stream().distinct().toList();
        long silent = ChronoUnit.DAYS.between(dates.getLast(), day);
        if (ChronoUnit.DAYS.between(dates.getFirst(), day) <= thresholds.newDays()) {
            return Stage.NEW;
        }
        if (returned != null && ChronoUnit.DAYS.between(returned, day) <= thresholds.returnedDays()) {
            return Stage.RETURNED;
        }
        if (silent > thresholds.lostDays()) {
            return Stage.LOST;
        }
        if (dates.size() == 1) {
            return silent > thresholds.dormantDays() ? Stage.DORMANT : Stage.SLIPPING;
        }
        BigDecimal median = median(dates);
        if (BigDecimal.valueOf(silent).compareTo(median.multiply(thresholds.dormantFactor())) > 0) {
            return Stage.DORMANT;
        }
        if (BigDecimal.valueOf(silent).compareTo(median.multiply(thresholds.slipFactor())) > 0) {
            return Stage.SLIPPING;
        }
        long often = known.stream()
                .filter(order -> order.isAfter(day.minusDays(thresholds.windowDays())))
                .count();
        return often >= thresholds.matureOrders() ? Stage.MATURE : Stage.GROWING;
    }

    private static BigDecimal median(List<LocalDate> dates) {
        List<Long> gaps = IntStream.range(1, dates.size())
                .mapToObj(i -> ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)))
                .sorted()
                .toList();
        int n = gaps.size();
        return BigDecimal.valueOf(gaps.get((n - 1) / 2) + gaps.get(n / 2)).divide(BigDecimal.TWO);
    }
}
