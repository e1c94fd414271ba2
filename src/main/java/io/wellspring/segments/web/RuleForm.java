package io.wellspring.segments.web;

import io.wellspring.profiles.AttributeTest;
import io.wellspring.profiles.FieldKind;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.Rule;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.users.AttributeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The editor's fields read back into a rule. Each place has its own, named by a letter and the place: {@code k} what it is, {@code o} how it
 * is compared, {@code v} the values, {@code t d f u} the days. What no longer fits after another field was chosen gives way to what does.
 */
final class RuleForm {

    /** What is held against its values by an {@link Operator}. */
    static final Set<Kind> HELD_BY_OPERATORS = EnumSet.of(Kind.FIELD, Kind.ATTRIBUTE, Kind.FIRST_TIME, Kind.LAST_TIME);

    /** As many as can be read from an address: what is too much is said, and not cut off. */
    private static final int MOST_PARTS = 200;

    private static final int DEEPEST = 20;
    /** Thousands set apart, as people and spreadsheets write them. */
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,，]\\d{3})+(\\.\\d+)?");

    private final MultiValueMap<String, String> typed;
    private final Map<String, AttributeType> attributes;

    RuleForm(MultiValueMap<String, String> typed, Map<String, AttributeType> attributes) {
        this.typed = typed;
        this.attributes = attributes;
    }

    /** The rule as typed, and what the pressed button does to it. */
    RuleNode rule() {
        return step().on(typedRule());
    }

    /** The id of the element to go on at after that. */
    Optional<String> goesOnAt() {
        return step().goesOnAt(typedRule());
    }

    private RuleNode typedRule() {
        return node("", 0);
    }

    private EditorStep step() {
        return EditorStep.of(Optional.ofNullable(typed.getFirst("act")).orElse(""));
    }

    /** A condition nobody has said anything about yet. */
    static RuleNode blank() {
        return RuleNode.condition(Kind.FIELD, "", "", List.of(), "");
    }

    private RuleNode node(String path, int depth) {
        String kind = one("k", path);
        if (path.isEmpty()
                || Stream.of(Kind.ALL, Kind.ANY, Kind.NONE)
                        .anyMatch(group -> group.name().equals(kind))) {
            Kind group = Arrays.stream(Kind.values())
                    .filter(one -> one.isGroup() && one.name().equals(kind))
                    .findFirst()
                    .orElse(Kind.ALL);
            List<RuleNode> parts = new ArrayList<>();
            for (int place = 0; place < MOST_PARTS && depth < DEEPEST; place++) {
                String child = path.isEmpty() ? Integer.toString(place) : path + "." + place;
                if (!typed.containsKey("k:" + child)) {
                    break;
                }
                parts.add(node(child, depth + 1));
            }
            return RuleNode.group(group, parts);
        }
        return condition(path, kind);
    }

    private RuleNode condition(String path, String chosen) {
        int colon = chosen.indexOf(':');
        String what = colon < 0 ? "" : chosen.substring(colon + 1);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> !one.isGroup() && colon > 0 && one.name().equals(chosen.substring(0, colon)))
                .findFirst()
                .orElse(Kind.FIELD);
        List<String> ops = operators(kind, what);
        String op = ops.contains(one("o", path))
                ? one("o", path)
                : ops.stream().findFirst().orElse("");
        boolean same = chosen.equals(one("was", path));
        RuleNode unsaid = RuleNode.condition(kind, what, op, List.of(), when(path, kind));
        return same ? RuleNode.condition(kind, what, op, values(path, unsaid), unsaid.when()) : unsaid;
    }

    /** How something can be compared, the most usual first. */
    List<String> operators(Kind kind, String what) {
        return switch (kind) {
            case FIELD ->
                ProfileField.of(what).map(Operator::of).stream()
                        .flatMap(List::stream)
                        .map(Enum::name)
                        .toList();
            case ATTRIBUTE ->
                Optional.ofNullable(attributes.get(what)).map(AttributeTest::kindOf).map(Operator::of).stream()
                        .flatMap(List::stream)
                        .map(Enum::name)
                        .toList();
            case FIRST_TIME, LAST_TIME ->
                Operator.of(FieldKind.DATE).stream().map(Enum::name).toList();
            case TAGS -> names(Rule.Having.values());
            case SEGMENT -> List.of("IN", "OUT");
            case ORDERS, SPENT, REFUNDS, ACTIVITY -> names(Rule.Comparison.values());
            case BIRTHDAY, ALL, ANY, NONE -> List.of();
        };
    }

    private List<String> values(String path, RuleNode node) {
        boolean counted = isNumber(node);
        List<String> given = typed.getOrDefault("v:" + path, List.of()).stream()
                .map(String::strip)
                .map(value -> counted ? plain(value) : value)
                .toList();
        if (node.op().equals(Operator.BETWEEN.name())) {
            return given.stream().allMatch(String::isEmpty) ? List.of() : first(given, 2);
        }
        return first(
                given.stream().filter(value -> !value.isEmpty()).distinct().toList(), most(node.kind(), node.op()));
    }

    private static List<String> first(List<String> values, int most) {
        return values.subList(0, Math.min(values.size(), most));
    }

    /** The operator of a name; none where an address names one that is not. */
    static Optional<Operator> operator(String name) {
        return Stream.of(Operator.values())
                .filter(operator -> operator.name().equals(name))
                .findFirst();
    }

    private boolean isNumber(RuleNode node) {
        boolean days = HELD_BY_OPERATORS.contains(node.kind())
                && operator(node.op()).filter(Operator::takesDays).isPresent();
        return days
                || kindOf(node)
                        .filter(kind -> kind == FieldKind.NUMBER || kind == FieldKind.MONEY)
                        .isPresent();
    }

    /** A number without what sets its thousands apart. */
    private static String plain(String value) {
        return GROUPED.matcher(value).matches() ? value.replaceAll("[,，]", "") : value;
    }

    private static int most(Kind kind, String op) {
        return switch (kind) {
            case FIELD, ATTRIBUTE, FIRST_TIME, LAST_TIME ->
                operator(op).map(Operator::most).orElse(0);
            case TAGS -> Rule.MOST_CONDITIONS;
            case SEGMENT, ORDERS, SPENT, REFUNDS, ACTIVITY, BIRTHDAY -> 1;
            case ALL, ANY, NONE -> 0;
        };
    }

    private String when(String path, Kind kind) {
        if (kind != Kind.ORDERS && kind != Kind.SPENT && kind != Kind.REFUNDS && kind != Kind.ACTIVITY) {
            return "";
        }
        String days = plain(one("d", path));
        return switch (one("t", path)) {
            case "last" -> "last:" + (days.isEmpty() ? "30" : days);
            case "between" -> one("f", path) + ".." + one("u", path);
            case "WEEK", "MONTH", "YEAR" -> "this:" + one("t", path);
            default -> "ever";
        };
    }

    private String one(String letter, String path) {
        return Optional.ofNullable(typed.getFirst(letter + ":" + path))
                .map(String::strip)
                .orElse("");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** What kind of values a condition holds, for the field they are typed into. */
    Optional<FieldKind> kindOf(RuleNode node) {
        return switch (node.kind()) {
            case FIELD -> ProfileField.of(node.what()).map(ProfileField::kind);
            case ATTRIBUTE -> Optional.ofNullable(attributes.get(node.what())).map(AttributeTest::kindOf);
            case FIRST_TIME, LAST_TIME -> Optional.of(FieldKind.DATE);
            case SPENT -> Optional.of(FieldKind.MONEY);
            case ORDERS, REFUNDS, ACTIVITY, BIRTHDAY -> Optional.of(FieldKind.NUMBER);
            case TAGS, SEGMENT -> Optional.of(FieldKind.CODE);
            case ALL, ANY, NONE -> Optional.empty();
        };
    }
}
