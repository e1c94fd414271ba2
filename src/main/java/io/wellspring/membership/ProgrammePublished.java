package io.wellspring.membership;

import io.wellspring.audit.Audited;
import java.time.LocalDate;
import java.util.Map;

/** A version of the programme was published; from {@code effectiveOn} on it decides. */
public record ProgrammePublished(int version, LocalDate effectiveOn) implements Audited {

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
        return Map.of("effectiveOn", effectiveOn.toString());
    }
}
