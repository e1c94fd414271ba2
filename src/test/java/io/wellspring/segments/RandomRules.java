package io.wellspring.segments;

import io.wellspring.profiles.FieldKind;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.RuleNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Finished rules by chance, of every kind there is. */
final class RandomRules {

    private static final List<ProfileField> FIELDS = List.of(
            ProfileField.CHANNEL,
            ProfileField.CITY,
            ProfileField.REGISTERED_ON,
            ProfileField.HAS_PHONE,
            ProfileField.ORDERS,
            ProfileField.NET,
            ProfileField.AVERAGE_ORDER,
            ProfileField.LAST_ORDER_ON,
            ProfileField.AGE);
    private static final List<String> ATTRIBUTES = List.of("size", "vip", "level", "since");

    private final Random random;
    private final List<Long> segments;

    RandomRules(Random random, List<Long> segments) {
        this.random = random;
        this.segments = segments;
    }

    RuleNode rule(int depth) {
        List<RuleNode> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            parts.add(depth > 1 && random.nextInt(3) == 0 ? rule(depth - 1) : condition());
        }
        return RuleNode.group(one(List.of(Kind.ALL, Kind.ANY, Kind.NONE)), parts);
    }

    private RuleNode condition() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> field();
            case 2 -> attribute();
            case 3 ->
                RuleNode.condition(
                        Kind.TAGS,
                        "",
                        one(List.of("ANY", "ALL", "NONE")),
                        People.TAGS.stream()
                                .filter(tag -> tag == 1 || random.nextBoolean())
                                .map(String::valueOf)
                                .toList(),
                        "");
            case 4 ->
                segments.isEmpty()
                        ? field()
                        : RuleNode.condition(
                                Kind.SEGMENT,
                                "",
                                one(List.of("IN", "OUT")),
                                List.of(one(segments).toString()),
                                "");
            case 5 -> deed();
            case 6 -> moment();
            default ->
                RuleNode.condition(Kind.BIRTHDAY, "", "", List.of(Integer.toString(1 + random.nextInt(366))), "");
        };
    }

    private RuleNode deed() {
        Kind kind = one(List.of(Kind.ORDERS, Kind.SPENT, Kind.REFUNDS, Kind.ACTIVITY));
        String op = one(List.of("AT_LEAST", "AT_MOST", "EXACTLY"));
        int bound = kind == Kind.SPENT
                ? (random.nextInt(7) - 2) * 100
                : random.nextInt(4) + (op.equals("AT_LEAST") ? 1 : 0);
        return RuleNode.condition(
                kind,
                kind == Kind.ACTIVITY ? one(People.TYPES) : "",
                op,
                List.of(Integer.toString(bound)),
                one(List.of(
                        "ever",
                        "last:1",
                        "last:30",
                        "last:90",
                        "this:WEEK",
                        "this:MONTH",
                        "this:YEAR",
                        "2026-01-10..2026-02-10",
                        "2026-02-20..2026-03-31")));
    }

    private RuleNode moment() {
        Operator operator = one(Operator.of(FieldKind.DATE));
        return RuleNode.condition(
                one(List.of(Kind.FIRST_TIME, Kind.LAST_TIME)),
                one(People.TYPES),
                operator.name(),
                values(operator, this::day),
                "");
    }

    private RuleNode field() {
        ProfileField field = one(FIELDS);
        Operator operator = one(Operator.of(field));
        return RuleNode.condition(
                Kind.FIELD,
                field.code(),
                operator.name(),
                values(operator, () -> switch (field) {
                    case CHANNEL -> one(People.CHANNELS);
                    case CITY -> one(People.CITIES);
                    case REGISTERED_ON, LAST_ORDER_ON -> day();
                    case NET, AVERAGE_ORDER -> one(List.of("0", "99.5", "150", "300.004"));
                    case AGE -> Integer.toString(20 + random.nextInt(30));
                    default -> one(List.of("0", "1", "2", "2.5"));
                }),
                "");
    }

    private RuleNode attribute() {
        String code = one(ATTRIBUTES);
        List<Operator> fitting = Operator.of(
                switch (code) {
                    case "size" -> FieldKind.NUMBER;
                    case "vip" -> FieldKind.YES_NO;
                    case "level" -> FieldKind.CODE;
                    default -> FieldKind.DATE;
                });
        Operator operator = one(fitting);
        return RuleNode.condition(
                Kind.ATTRIBUTE,
                code,
                operator.name(),
                values(operator, () -> switch (code) {
                    case "size" -> Integer.toString(36 + random.nextInt(10));
                    case "level" -> one(List.of("A", "B"));
                    default -> day();
                }),
                "");
    }

    private List<String> values(Operator operator, java.util.function.Supplier<String> value) {
        if (operator.takesDays()) {
            return List.of(one(List.of("1", "30", "90")));
        }
        List<String> values = Stream.generate(value)
                .limit(operator.fewest())
                .sorted(this::inOrder)
                .toList();
        return values;
    }

    private int inOrder(String one, String other) {
        return one.contains("-") && one.length() == 10
                ? one.compareTo(other)
                : one.matches("[\\d.]+") && other.matches("[\\d.]+")
                        ? new java.math.BigDecimal(one).compareTo(new java.math.BigDecimal(other))
                        : 0;
    }

    private String day() {
        return People.AS_OF.minusDays(random.nextInt(120)).toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
