package io.wellspring.segments.web;

import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.Explanation;
import io.wellspring.segments.Rule;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleSentence;
import io.wellspring.segments.RuleWords;
import io.wellspring.shared.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One place of a rule, and how a user stands to it.
 *
 * @param satisfied null where the place means nothing by now
 * @param value what the user has, in words
 * @param missing how far the user is from satisfying it, in words, where that is a distance
 */
record WhyLine(
        int depth,
        @Nullable Boolean satisfied,
        String text,
        @Nullable String value,
        boolean empty,
        @Nullable String missing) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

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
                value == null && satisfied != null && looksAtOneValue(node),
                Boolean.FALSE.equals(satisfied)
                        ? missing(node, explanation.reading().rules().get(path), value, explanation.asOf(), words)
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

    /** What is looked at may be empty; whether it is filled in is what such a condition says itself. */
    private static boolean looksAtOneValue(RuleNode node) {
        return (node.kind() == RuleNode.Kind.FIELD || node.kind() == RuleNode.Kind.ATTRIBUTE)
                && !node.op().equals(Operator.FILLED_IN.name())
                && !node.op().equals(Operator.NOT_FILLED_IN.name());
    }

    private static String shown(RuleNode node, String value, RuleWords.Dictionary words) {
        return switch (node.kind()) {
            case FIELD ->
                ProfileField.of(node.what())
                        .map(field -> words.value(field, value))
                        .orElse(value);
            case SPENT -> words.money(value);
            case ORDERS, REFUNDS, ACTIVITY -> words.number(value);
            default -> value;
        };
    }

    /** How far a value is from the nearest one that would do; null where that is not a distance. */
    private static @Nullable String missing(
            RuleNode node, @Nullable Rule rule, @Nullable String value, LocalDate asOf, RuleWords.Dictionary words) {
        if (value == null || rule == null) {
            return null;
        }
        List<String> wanted = node.values();
        return switch (rule) {
            case Rule.Field asked -> tested(asked.test().operator(), wanted, value, asOf, words);
            case Rule.Attribute asked -> tested(asked.test().operator(), wanted, value, asOf, words);
            case Rule.Moment asked -> tested(asked.test().operator(), wanted, value, asOf, words);
            case Rule.Did did ->
                switch (did.comparison()) {
                    case AT_LEAST -> number(value, wanted.getFirst(), null, words);
                    case AT_MOST -> number(value, null, wanted.getFirst(), words);
                    case EXACTLY -> number(value, wanted.getFirst(), wanted.getFirst(), words);
                };
            default -> null;
        };
    }

    private static @Nullable String tested(
            Operator operator, List<String> wanted, String value, LocalDate asOf, RuleWords.Dictionary words) {
        return switch (operator) {
            case AT_LEAST -> number(value, wanted.getFirst(), null, words);
            case AT_MOST -> number(value, null, wanted.getFirst(), words);
            case EXACTLY -> number(value, wanted.getFirst(), wanted.getFirst(), words);
            case BETWEEN ->
                DAY.matcher(value).matches()
                        ? days(value, day(wanted.get(0)), day(wanted.get(1)), words)
                        : number(value, wanted.get(0), wanted.get(1), words);
            case SINCE -> days(value, day(wanted.getFirst()), null, words);
            case UNTIL -> days(value, null, day(wanted.getFirst()), words);
            case IN_LAST_DAYS -> days(value, first(wanted, asOf), asOf, words);
            case LONGER_AGO_THAN_DAYS -> days(value, null, first(wanted, asOf).minusDays(1), words);
            case IS_ANY_OF, IS_NONE_OF, YES, NO, FILLED_IN, NOT_FILLED_IN -> null;
        };
    }

    private static LocalDate first(List<String> days, LocalDate asOf) {
        return Period.daysUpTo(asOf, Integer.parseInt(days.getFirst())).from();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static @Nullable String number(
            String value, @Nullable String least, @Nullable String most, RuleWords.Dictionary words) {
        if (!NUMBER.matcher(value).matches()) {
            return null;
        }
        BigDecimal has = new BigDecimal(value);
        BigDecimal gap = BigDecimal.ZERO;
        if (least != null) {
            gap = gap.max(new BigDecimal(least).subtract(has));
        }
        if (most != null) {
            gap = gap.max(has.subtract(new BigDecimal(most)));
        }
        return gap.signum() == 0
                ? null
                : words.text(
                        "segments.why.missing",
                        words.number(gap.stripTrailingZeros().toPlainString()));
    }

    private static @Nullable String days(
            String value, @Nullable LocalDate least, @Nullable LocalDate most, RuleWords.Dictionary words) {
        if (!DAY.matcher(value).matches()) {
            return null;
        }
        LocalDate has = LocalDate.parse(value);
        long gap = 0;
        if (least != null) {
            gap = Math.max(gap, ChronoUnit.DAYS.between(has, least));
        }
        if (most != null) {
            gap = Math.max(gap, ChronoUnit.DAYS.between(most, has));
        }
        return gap == 0 ? null : words.text("segments.why.missing-days", gap);
    }
}
