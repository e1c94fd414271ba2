package io.wellspring.segments;

import io.wellspring.audit.Audited;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something done to a segment, for the audit trail. */
record SegmentAction(String action, long segment, Map<String, ?> before, Map<String, ?> after) implements Audited {

    @Override
    public String subject() {
        return "segment " + segment;
    }

    /** A segment as the trail keeps it. */
    static Map<String, Object> facts(Segment segment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", segment.getName());
        facts.put("description", segment.getDescription());
        facts.put("state", segment.getState().name());
        if (segment.getRule() != null) {
            facts.put("rule", segment.getRule());
        }
        if (segment.getFeedsTag() != null) {
            facts.put("gives-tag", segment.getFeedsTag());
        }
        return facts;
    }
}
