package io.wellspring.rfm;

import io.wellspring.audit.Audited;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A manager made a new version of the model. */
record ModelSaved(Optional<ModelVersion> old, ModelVersion saved) implements Audited {

    @Override
    public String action() {
        return "rfm-model.saved";
    }

    @Override
    public String subject() {
        return "RFM model " + saved.version();
    }

    @Override
    public Map<String, ?> before() {
        return old.map(ModelSaved::values).orElse(Map.of());
    }

    @Override
    public Map<String, ?> after() {
        return values(saved);
    }

    private static Map<String, ?> values(ModelVersion version) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", version.name());
        values.put("windowDays", version.windowDays());
        for (Dimension dimension : Dimension.ALL) {
            values.put(
                    dimension.letter() + "Bounds",
                    version.cutPoints(dimension).bounds().toString());
            values.put(
                    dimension.letter() + "Threshold",
                    version.threshold(dimension).value().stripTrailingZeros().toPlainString());
        }
        values.put("names", new TreeMap<>(version.names()).toString());
        return values;
    }
}
