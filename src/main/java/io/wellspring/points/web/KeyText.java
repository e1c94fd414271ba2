package io.wellspring.points.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A business key as people read it: what Wellspring wrote by itself is called what it is, and other systems have keys of their own, beside which
 * the token stands that sent them.
 *
 * @param message what is said
 * @param facts and of what; a key as it was sent is the last of them
 */
record KeyText(String message, List<String> facts) {

    private static final Pattern OF_TOKEN = Pattern.compile("(?:reward:)?api:\\d+:(.*)");
    private static final String BY_TOKEN = "token ";

    /** How we call our keys; what stands in brackets is said. */
    private enum Ours {
        GRANT("grant:(\\d+):\\d+"),
        GRANT_BACK("grant:(\\d+):\\d+:back"),
        REDEMPTION("reward:[^:]+"),
        REDEMPTION_CANCELLED("redemption-cancelled:(\\d+)"),
        ADJUSTMENT("adjustment:[^:]+"),
        ADJUSTMENT_REQUEST("adjustment-request:(\\d+)"),
        CHECK_IN("check-in:\\d+:(\\d{4}-\\d\\d-\\d\\d)"),
        BENEFIT("benefit:(\\d+)"),
        BENEFIT_UNDONE("benefit-undone:(\\d+)"),
        RULE_REFUND("rule:(\\d+):\\d+:refund(?::\\d+)?"),
        RULE_REFUND_UNDONE("rule:(\\d+):\\d+:refund-undone:\\d+"),
        RULE_GONE("rule:(\\d+):\\d+:gone(?::\\d+)?");

        private final Pattern pattern;

        Ours(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        Optional<KeyText> text(String key) {
            return Optional.of(pattern.matcher(key))
                    .filter(Matcher::matches)
                    .map(Matcher::toMatchResult)
                    .map(found -> new KeyText("points.key." + name(), groups(found)));
        }

        private static List<String> groups(MatchResult found) {
            return found.groupCount() == 0 ? List.of() : List.of(found.group(1));
        }
    }

    /** @param by who wrote the entry */
    static KeyText of(String whole, String by) {
        return ofToken(whole, by)
                .or(() -> Stream.of(Ours.values())
                        .flatMap(kind -> kind.text(whole).stream())
                        .findFirst())
                .orElseGet(() -> new KeyText("points.key.as-sent", List.of(whole)));
    }

    private static Optional<KeyText> ofToken(String whole, String by) {
        return Optional.of(OF_TOKEN.matcher(whole))
                .filter(sent -> sent.matches() && by.startsWith(BY_TOKEN))
                .map(sent -> new KeyText("points.key.api", List.of(by.substring(BY_TOKEN.length()), sent.group(1))));
    }

    public Object[] arguments() {
        return facts.toArray();
    }
}
