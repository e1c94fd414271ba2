package io.wellspring.imports;

import io.wellspring.audit.Audited;
import java.util.Map;

/** What happens to the demo data, for the audit trail. */
record DemoAction(String action, Map<String, ?> after) implements Audited {

    @Override
    public String subject() {
        return "demo";
    }
}
