package io.wellspring.segments.web;

import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.Explanation;
import io.wellspring.segments.Rule;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleSentence;
import io.wellspring.segments.RuleWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a rule, and how a user stands to it.
 *
 * @param satisfied null where the place means nothing by now
 * @param value what the user has, in words
 * @param missing how far the user is from satisfying it, where that is a number
 */
record WhyLine(
        int depth,
        @Nullable Boolean satisfied,
        String text,
        @Nullable String value,
        @Nullable String missing) {

    static List<WhyLine> of(RuleNode rule, Explanation explanation, RuleSentence sentence, RuleWords.Dictionary words) {
        List<WhyLine> lines = new ArrayList<>();
        add(rule, "", 0, explanation, sentence, words, lines);
        return lines;
    }

    private static void add(
            RuleNode node,
            String path,
            int depth,
            Explanation explanation,
            RuleSentence sentence,
            RuleWords.Dictionary words,
            List<WhyLine> lines) {
        Boolean satisfied = explanation.satisfied().get(path);
        String value = explanation.values().get(path);
        lines.add(new WhyLine(
                depth,
                satisfied,
                node.kind().isGroup() ? words.text("segments.why.group." + node.kind()) : sentence.of(node, words),
                value == null ? null : shown(node, value, words),
                Boolean.FALSE.equals(satisfied)
                        ? missing(explanation.reading().rules().get(path), value, words)
                        : null));
        for (int place = 0; place < node.parts().size(); place++) {
            add(
                    node.parts().get(place),
                    path.isEmpty() ? Integer.toString(place) : path + "." + place,
                    depth + 1,
                    explanation,
                    sentence,
                    words,
                    lines);
        }
    }

    private static String shown(RuleNode node, String value, RuleWords.Dictionary words) {
        return switch (node.kind()) {
            case FIELD ->
                ProfileField.of(node.what())
                        .map(field -> words.value(field, value))
                        .orElse(value);
            case ORDERS, SPENT, REFUNDS, ACTIVITY -> words.number(value);
            default -> value;
        };
    }

    /** What a number lacks, or has too much of. */
    private static @Nullable String missing(@Nullable Rule rule, @Nullable String value, RuleWords.Dictionary words) {
        if (value == null || !value.matches("-?\\d+(\\.\\d+)?")) {
            return null;
        }
        BigDecimal has = new BigDecimal(value);
        BigDecimal gap =
                switch (rule) {
                    case Rule.Field asked ->
                        switch (asked.test().operator()) {
                            case AT_LEAST ->
                                new BigDecimal(asked.test().values().getFirst()).subtract(has);
                            case AT_MOST ->
                                has.subtract(
                                        new BigDecimal(asked.test().values().getFirst()));
                            default -> null;
                        };
                    case null -> null;
                    default -> null;
                };
        return gap == null || gap.signum() <= 0
                ? null
                : words.number(gap.stripTrailingZeros().toPlainString());
    }
}
