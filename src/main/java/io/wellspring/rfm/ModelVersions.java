package io.wellspring.rfm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Which version of the model is in force, and how the next one is made. */
@Component
@RequiredArgsConstructor
class ModelVersions {

    private static final int USUAL_WINDOW_DAYS = 365;
    private static final double TOLERATED_GROWTH = 0.2;
    private static final long TOLERATED_DAYS = 180;
    private static final String AUTO_NAME = "AUTO";

    private final RfmModelRepository models;
    private final RfmQueries queries;
    private final RfmBatch batch;

    int windowDays() {
        return models.findFirstByOrderByVersionDesc()
                .map(RfmModel::getWindowDays)
                .orElse(USUAL_WINDOW_DAYS);
    }

    RfmModel get(int version) {
        return models.findByVersion(version).orElseThrow(() -> new NoSuchModel(version));
    }

    Optional<RfmModel> newest() {
        return models.findFirstByOrderByVersionDesc();
    }

    List<RfmModel> all() {
        return models.findAllByOrderByVersionDesc();
    }

    /** The model a run uses, made now if need be; empty if there is none and nobody to make it from. */
    Optional<RfmModel> forRun(Measuring measuring, Instant now) {
        Optional<RfmModel> newest = newest();
        if (newest.filter(model -> model.getOrigin() == ModelOrigin.MANUAL).isPresent()) {
            return newest;
        }
        long scored = queries.count(measuring).scored();
        Optional<RfmModel> fitting =
                all().stream().filter(fits(measuring, scored)).findFirst();
        return fitting.or(() -> makeAutomatically(measuring, now)).or(() -> newest);
    }

    RfmModel add(ModelVersion version) {
        return models.saveAndFlush(new RfmModel(version));
    }

    /** Versions are made one after the other, and not while a run may make one. */
    void holdUntilCommit() {
        batch.lock();
    }

    int nextVersion() {
        return newest().map(RfmModel::getVersion).orElse(0) + 1;
    }

    private static Predicate<RfmModel> fits(Measuring measuring, long scored) {
        return model -> {
            long days = Math.abs(ChronoUnit.DAYS.between(model.getValidFrom(), measuring.asOf()));
            long difference = Math.abs(scored - model.getMadeForUsers());
            return days <= TOLERATED_DAYS && difference <= model.getMadeForUsers() * TOLERATED_GROWTH;
        };
    }

    private Optional<RfmModel> makeAutomatically(Measuring measuring, Instant now) {
        return queries.population(measuring, Map.of()).map(population -> {
            Map<Dimension, CutPoints> cutPoints = new EnumMap<>(Dimension.class);
            Map<Dimension, Threshold> thresholds = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.ALL) {
                cutPoints.put(dimension, population.suggested(dimension));
                thresholds.put(
                        dimension, population.threshold(dimension, ThresholdMethod.MEAN, Optional.<BigDecimal>empty()));
            }
            return add(new ModelVersion(
                    nextVersion(),
                    AUTO_NAME,
                    ModelOrigin.AUTO,
                    measuring.asOf(),
                    measuring.windowDays(),
                    population.users(),
                    now,
                    cutPoints,
                    thresholds,
                    Map.of()));
        });
    }
}
