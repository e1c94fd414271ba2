package io.wellspring.segments;

import io.wellspring.segments.RuleNode.Kind;
import java.util.List;

/** Rules of one condition. */
final class PlainRules {

    static final RuleNode BUYERS = orders("AT_LEAST", "1", "ever");

    private PlainRules() {}

    static RuleNode orders(String op, String times, String when) {
        return all(RuleNode.condition(Kind.ORDERS, "", op, List.of(times), when));
    }

    static RuleNode member(long segment) {
        return all(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(segment)), ""));
    }

    static RuleNode tagged(String having, long tag) {
        return all(RuleNode.condition(Kind.TAGS, "", having, List.of(Long.toString(tag)), ""));
    }

    static RuleNode all(RuleNode part) {
        return RuleNode.group(Kind.ALL, List.of(part));
    }
}
