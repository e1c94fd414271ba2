package io.wellspring.rfm;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Models as a manager draws them up: over a year, scored by quintiles. */
final class Drafts {

    private Drafts() {}

    static ModelDraft means() {
        ModelDraft.Measure mean = new ModelDraft.Measure(Optional.empty(), ThresholdMethod.MEAN, Optional.empty());
        return of(mean, mean, mean);
    }

    /** High is what is better than these. */
    static ModelDraft custom(String r, String f, String m) {
        return of(ThresholdMethod.CUSTOM, r, f, m);
    }

    /** High is this share of the users at most. */
    static ModelDraft topPercent(String r, String f, String m) {
        return of(ThresholdMethod.TOP_PERCENT, r, f, m);
    }

    private static ModelDraft of(ThresholdMethod method, String r, String f, String m) {
        return of(measure(method, r), measure(method, f), measure(method, m));
    }

    private static ModelDraft of(ModelDraft.Measure r, ModelDraft.Measure f, ModelDraft.Measure m) {
        return new ModelDraft(
                "by hand", 365, Map.of(Dimension.RECENCY, r, Dimension.FREQUENCY, f, Dimension.MONETARY, m), Map.of());
    }

    private static ModelDraft.Measure measure(ThresholdMethod method, String parameter) {
        return new ModelDraft.Measure(Optional.empty(), method, Optional.of(new BigDecimal(parameter)));
    }
}
