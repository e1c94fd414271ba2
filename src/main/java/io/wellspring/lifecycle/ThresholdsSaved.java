package io.wellspring.lifecycle;

import io.wellspring.audit.Audited;
import java.util.LinkedHashMap;
import java.util.Map;

/** A manager made a new version of the thresholds; until all ranges are made anew, users stand by the one before. */
public record ThresholdsSaved(ThresholdsVersion old, ThresholdsVersion saved) implements Audited {

    @Override
    public String action() {
        return "lifecycle-thresholds.saved";
    }

    @Override
    public String subject() {
        return "lifecycle thresholds " + saved.version();
    }

    @Override
    public Map<String, ?> before() {
        return values(old);
    }

    @Override
    public Map<String, ?> after() {
        return values(saved);
    }

    private static Map<String, ?> values(ThresholdsVersion version) {
        Thresholds thresholds = version.thresholds();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("validFrom", version.validFrom().toString());
        values.put("newDays", thresholds.newDays());
        values.put("returnedDays", thresholds.returnedDays());
        values.put("slipFactor", thresholds.slipFactor().toPlainString());
        values.put("dormantFactor", thresholds.dormantFactor().toPlainString());
        values.put("dormantDays", thresholds.dormantDays());
        values.put("lostDays", thresholds.lostDays());
        values.put("matureOrders", thresholds.matureOrders());
        values.put("windowDays", thresholds.windowDays());
        return values;
    }
}
