package io.wellspring.membership;

import io.wellspring.audit.Audited;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A version of the programme was published; from {@code effectiveOn} on it decides.
 *
 * @param again the earlier version that was published again by it
 */
public record ProgrammePublished(int version, LocalDate effectiveOn, Optional<Integer> again) implements Audited {

    @Override
    public String action() {
        return "tier-programme.published";
    }

    @Override
    public String subject() {
        return "tier programme " + version;
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("effectiveOn", effectiveOn.toString());
        again.ifPresent(earlier -> facts.put("again", earlier));
        return facts;
    }
}
