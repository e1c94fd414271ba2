package io.wellspring.audit;

import java.util.Map;

/** Something a member of staff did that changed something. Implemented by the module that did it. */
public interface Audited {

    /** What was done, as {@code noun.verb}; its text is the message {@code audit.action.<action>} of the acting module. */
    String action();

    /** What it was done to, such as {@code import 12}. No personal data. */
    String subject();

    /** The values it changed, as they were; each key may have a message {@code audit.field.<key>}. */
    default Map<String, ?> before() {
        return Map.of();
    }

    /** The values it changed, as they became. */
    default Map<String, ?> after() {
        return Map.of();
    }
}
