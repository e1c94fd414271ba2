package io.wellspring.membership;

import io.wellspring.audit.Audited;
import java.util.Map;

/** A draft of the programme was started or thrown away; what is typed into it is not kept in the trail before it is published. */
record DraftAction(String verb, int version) implements Audited {

    @Override
    public String action() {
        return "tier-programme.draft-" + verb;
    }

    @Override
    public String subject() {
        return "tier programme";
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("version", version);
    }
}
