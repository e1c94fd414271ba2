package io.wellspring.audit;

import java.util.Map;

/** Something a member of staff did that changed something. Implemented by the module that did it. */
public interface Audited {

    /** What was done, as {@code noun.verb}; its text is the message {@code audit.action.<action>} of the acting module. */
    String action();

    /** What it was done to, such as {@code import 12}. No personal data. */
    String subject();

    /**
     * The values it changed, as they were: text, numbers, truth, amounts of money, and lists of those. Each key has a message
     * {@code audit.field.<key>}. A text that is a code has a message {@code audit.value.<text>}, or the module says by {@link AuditedWords} how it
     * reads; numbers of things that have names likewise.
     */
    default Map<String, ?> before() {
        return Map.of();
    }

    /** The values it changed, as they became. */
    default Map<String, ?> after() {
        return Map.of();
    }
}
