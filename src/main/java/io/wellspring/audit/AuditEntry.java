package io.wellspring.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One line of the audit trail.
 *
 * @param staffId who did it; empty for background work and for strangers
 * @param staffName the name at the time
 * @param address where the request came from; empty for background work
 */
public record AuditEntry(
        long id,
        Instant at,
        Optional<Long> staffId,
        String staffName,
        String action,
        String subject,
        Map<String, Object> before,
        Map<String, Object> after,
        Optional<String> address) {

    /** One changed value; empty text where there was, or is, none. */
    public record Change(String key, String before, String after) {}

    public boolean bySystem() {
        return staffId.isEmpty() && staffName.equals(AuditEntries.SYSTEM);
    }

    /** What changed, by key; what is the same before and after is not among it. */
    public List<Change> changes() {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .map(key -> new Change(key, text(before, key), text(after, key)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : Objects.toString(values.get(key), "");
    }
}
