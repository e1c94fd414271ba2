package io.wellspring.rfm;

import io.wellspring.audit.AuditTrail;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated versions of the model, and how a manager makes the next one. */
@Service
@Transactional
@RequiredArgsConstructor
public class RfmModels {

    private final ModelVersions versions;
    private final RfmQueries queries;
    private final MetricsRefresh metrics;
    private final AuditTrail auditTrail;
    private final BusinessClock clock;
    private final MessageSource messages;

    /** How the present users would fall into classes under a draft. */
    public record Preview(ModelVersion version, Map<RfmClass, Long> classes) {}

    /** Newest first. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<ModelVersion> versions() {
        return versions.all().stream().map(RfmModel::toVersion).toList();
    }

    /** The version runs use; empty before the first. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<ModelVersion> inForce() {
        return versions.newest().map(RfmModel::toVersion);
    }

    /**
     * One version.
     *
     * @throws NoSuchModel if there is none
     */
    @ForOperators
    @Transactional(readOnly = true)
    public ModelVersion get(int version) {
        return versions.get(version).toVersion();
    }

    /** What classes and groups are called by now. */
    @ForOperators
    @Transactional(readOnly = true)
    public RfmWords words(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        RfmClass.ALL.forEach(
                klass -> texts.put(klass.code(), messages.getMessage("rfm.class." + klass.code(), null, locale)));
        RfmGroup.ALL.forEach(
                group -> texts.put(group.name(), messages.getMessage("rfm.group." + group.name(), null, locale)));
        texts.put("NONE", messages.getMessage("rfm.class.NONE", null, locale));
        texts.putAll(queries.names());
        return new RfmWords(texts);
    }

    /**
     * What a draft would give, without keeping anything.
     *
     * @throws NobodyToScore if nobody has an order in its window
     * @throws CutPointsOutOfOrder if a better score does not have a strictly better bound
     */
    @ForManagers
    @Transactional(readOnly = true)
    public Preview preview(ModelDraft draft) {
        ModelVersion version = resolve(draft);
        return new Preview(version, queries.classes(measuring(draft), version.thresholds()));
    }

    /**
     * Makes the next version from a draft: quintiles and thresholds are taken from the present users and kept. From now on runs use
     * it, until another is saved.
     *
     * @throws NobodyToScore if nobody has an order in its window
     * @throws CutPointsOutOfOrder if a better score does not have a strictly better bound
     */
    @ForManagers
    public ModelVersion save(ModelDraft draft) {
        versions.holdUntilCommit();
        Optional<ModelVersion> before = inForce();
        ModelVersion saved = versions.add(resolve(draft)).toVersion();
        auditTrail.record(new ModelSaved(before, saved));
        return saved;
    }

    private ModelVersion resolve(ModelDraft draft) {
        Map<Dimension, CutPoints> cutPoints = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.ALL) {
            draft.measure(dimension)
                    .bounds()
                    .ifPresent(bounds -> cutPoints.put(dimension, new CutPoints(dimension, bounds)));
        }
        Measuring measuring = measuring(draft);
        Population population = queries.population(measuring, topShares(draft))
                .orElseThrow(() -> new NobodyToScore(measuring.asOf(), measuring.windowDays()));
        Map<Dimension, Threshold> thresholds = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.ALL) {
            ModelDraft.Measure measure = draft.measure(dimension);
            cutPoints.computeIfAbsent(dimension, population::suggested);
            thresholds.put(dimension, population.threshold(dimension, measure.method(), measure.parameter()));
        }
        return new ModelVersion(
                versions.nextVersion(),
                draft.name(),
                ModelOrigin.MANUAL,
                measuring.asOf(),
                draft.windowDays(),
                population.users(),
                clock.now(),
                cutPoints,
                thresholds,
                draft.names());
    }

    private Measuring measuring(ModelDraft draft) {
        Optional<CurrentFigures> current = metrics.current();
        LocalDate asOf = current.map(CurrentFigures::asOf).orElseGet(clock::today);
        boolean stored = current.filter(figures -> figures.windowDays() == draft.windowDays())
                .isPresent();
        return new Measuring(asOf, draft.windowDays(), stored);
    }

    private static Map<Dimension, Double> topShares(ModelDraft draft) {
        Map<Dimension, Double> shares = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.ALL) {
            ModelDraft.Measure measure = draft.measure(dimension);
            if (measure.method() == ThresholdMethod.TOP_PERCENT) {
                shares.put(
                        dimension,
                        measure.parameter().map(BigDecimal::doubleValue).orElseThrow() / 100);
            }
        }
        return shares;
    }
}
