package io.wellspring.segments;

import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A rule as a sentence in the reader's language. */
@Component
@RequiredArgsConstructor
public class RuleSentence {

    private final RuleWords words;

    public String of(RuleNode rule, Locale locale) {
        return group(rule, words.in(locale), true);
    }

    /** One condition, or one group, in words. */
    public String of(RuleNode node, RuleWords.Dictionary dictionary) {
        return node.kind().isGroup() ? group(node, dictionary, true) : condition(node, dictionary);
    }

    private String group(RuleNode group, RuleWords.Dictionary said, boolean outermost) {
        if (!group.kind().isGroup()) {
            return condition(group, said);
        }
        List<String> parts =
                group.parts().stream().map(part -> group(part, said, false)).toList();
        String joined = String.join(said.text("segments.says." + group.kind() + ".join"), parts);
        if (group.kind() == RuleNode.Kind.NONE) {
            return said.text("segments.says.NONE", joined);
        }
        return outermost || parts.size() == 1 ? joined : said.text("segments.says.brackets", joined);
    }

    private static String condition(RuleNode node, RuleWords.Dictionary said) {
        return switch (node.kind()) {
            case FIELD ->
                ProfileField.of(node.what())
                        .map(field -> compared(
                                said.field(field.code()),
                                node,
                                node.values().stream()
                                        .map(value -> said.value(field, value))
                                        .toList(),
                                said))
                        .orElseGet(node::what);
            case ATTRIBUTE -> compared(said.attribute(node.what()), node, node.values(), said);
            case FIRST_TIME, LAST_TIME ->
                compared(said.text("segments.subject." + node.kind(), node.what()), node, node.values(), said);
            case TAGS ->
                said.text(
                        "segments.says.tags." + named(node.op(), "ANY"),
                        RuleWords.listed(
                                said, node.values().stream().map(said::tag).toList()));
            case SEGMENT ->
                said.text(
                        "segments.says.segment." + named(node.op(), "IN"),
                        node.values().isEmpty()
                                ? "…"
                                : said.segment(node.values().getFirst()));
            case BIRTHDAY -> said.text("segments.says.birthday", first(node));
            case ORDERS, SPENT, REFUNDS, ACTIVITY ->
                said.text(
                        "segments.says." + node.kind(),
                        said.when(node.when()),
                        said.text("segments.compare." + named(node.op(), "AT_LEAST")),
                        node.kind() == RuleNode.Kind.SPENT ? said.money(first(node)) : said.number(first(node)),
                        node.what(),
                        first(node).equals("1") ? 1 : 2);
            case ALL, ANY, NONE -> "";
        };
    }

    private static String compared(String label, RuleNode node, List<String> values, RuleWords.Dictionary said) {
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(one -> one.name().equals(node.op()))
                .findFirst();
        if (operator.isEmpty()) {
            return label + " …";
        }
        return switch (operator.get()) {
            case BETWEEN ->
                said.text(
                        "segments.says.field.BETWEEN",
                        label,
                        values.isEmpty() ? "…" : values.getFirst(),
                        values.size() < 2 ? "…" : values.get(1));
            default ->
                said.text(
                        "segments.says.field." + operator.get(),
                        label,
                        values.isEmpty() ? "…" : RuleWords.listed(said, values));
        };
    }

    private static String first(RuleNode node) {
        return node.values().isEmpty() || node.values().getFirst().isBlank()
                ? "…"
                : node.values().getFirst();
    }

    private static String named(String op, String otherwise) {
        return op.isEmpty() ? otherwise : op;
    }
}
