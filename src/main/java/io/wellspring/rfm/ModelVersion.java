package io.wellspring.rfm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A dated version of the model: the ruler users are measured with.
 *
 * @param validFrom the as-of day whose users it was cut from
 * @param madeForUsers how many users could be scored on that day
 * @param names what classes and groups are called instead of their usual names, by class code or group
 */
public record ModelVersion(
        int version,
        String name,
        ModelOrigin origin,
        LocalDate validFrom,
        int windowDays,
        long madeForUsers,
        Instant createdAt,
        Map<Dimension, CutPoints> cutPoints,
        Map<Dimension, Threshold> thresholds,
        Map<String, String> names) {

    public ModelVersion {
        cutPoints = Map.copyOf(cutPoints);
        thresholds = Map.copyOf(thresholds);
        names = Map.copyOf(names);
    }

    public CutPoints cutPoints(Dimension dimension) {
        return Objects.requireNonNull(cutPoints.get(dimension));
    }

    public Threshold threshold(Dimension dimension) {
        return Objects.requireNonNull(thresholds.get(dimension));
    }
}
