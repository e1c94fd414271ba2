package io.wellspring.rfm;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a manager wants the next version of the model to be.
 *
 * @param names what classes and groups are to be called, by class code or group; the others keep their usual names
 */
public record ModelDraft(String name, int windowDays, Map<Dimension, Measure> measures, Map<String, String> names) {

    /**
     * One dimension's part of it.
     *
     * @param bounds score → bound; empty to take the quintiles of the present users
     * @param parameter the threshold's parameter, where its method needs one
     */
    public record Measure(
            Optional<SortedMap<Integer, Long>> bounds, ThresholdMethod method, Optional<BigDecimal> parameter) {}

    public ModelDraft {
        measures = Map.copyOf(measures);
        names = Map.copyOf(names);
    }

    public Measure measure(Dimension dimension) {
        return Objects.requireNonNull(measures.get(dimension));
    }
}
