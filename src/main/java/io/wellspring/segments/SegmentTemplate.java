package io.wellspring.segments;

import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.RuleNode.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules to start from; their names are the messages {@code segments.template.<name>}. */
public enum SegmentTemplate {
    /** The fifth of the buyers that bring the most. */
    CORE(cuts -> all(field(ProfileField.NET, Operator.AT_LEAST, cuts.net(0.2)))),
    /** Of those who ordered in the window, the tenth that brings the most. */
    TOP_TENTH(cuts -> all(ordered(), top(cuts))),
    /** The others that are not in the bottom tenth either. */
    MIDDLE(cuts -> all(ordered(), RuleNode.group(Kind.NONE, List.of(top(cuts), bottom(cuts))))),
    /** The tenth that brings the least; where all bring the same, all are in the top one. */
    BOTTOM_TENTH(cuts -> cuts.windowNet(0.9).equals(cuts.windowNet(0.1))
            ? all(ordered(), bottom(cuts), RuleNode.group(Kind.NONE, List.of(top(cuts))))
            : all(ordered(), bottom(cuts))),
    KEY(cuts -> all(field(ProfileField.CLASS, Operator.IS_ANY_OF, "111", "101", "011", "001"))),
    ORDINARY(cuts -> all(field(ProfileField.CLASS, Operator.IS_ANY_OF, "110", "010"))),
    POTENTIAL(cuts -> all(field(ProfileField.CLASS, Operator.IS_ANY_OF, "100"))),
    CHANCE(cuts -> all(
            field(ProfileField.CLASS, Operator.IS_ANY_OF, "000"), field(ProfileField.ORDERS, Operator.EXACTLY, "1"))),
    LEAVING(cuts -> all(
            field(ProfileField.ORDERS, Operator.AT_LEAST, "2"),
            field(ProfileField.STAGE, Operator.IS_ANY_OF, "SLIPPING", "DORMANT"))),
    BIRTHDAY(cuts -> all(RuleNode.condition(Kind.BIRTHDAY, "", "", List.of("7"), ""))),
    ONE_TIME(cuts -> all(field(ProfileField.ORDERS, Operator.EXACTLY, "1"))),
    NEW_WITHOUT_ORDER(cuts -> all(
            field(ProfileField.REGISTERED_ON, Operator.IN_LAST_DAYS, "30"),
            RuleNode.condition(Kind.ORDERS, "", "AT_MOST", List.of("0"), "ever")));

    public static final List<SegmentTemplate> ALL = List.of(values());

    /** Where shares of the buyers end, in whole units of the currency. */
    interface Cuts {

        /** What the least of the given share that brings the most has brought in all. */
        String net(double share);

        /** The same of those who ordered in the window, by what they brought in it. */
        String windowNet(double share);
    }

    private final Function<Cuts, RuleNode> rule;

    SegmentTemplate(Function<Cuts, RuleNode> rule) {
        this.rule = rule;
    }

    public static Optional<SegmentTemplate> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    RuleNode rule(Cuts cuts) {
        return rule.apply(cuts);
    }

    private static RuleNode ordered() {
        return field(ProfileField.WINDOW_ORDERS, Operator.AT_LEAST, "1");
    }

    private static RuleNode top(Cuts cuts) {
        return field(ProfileField.WINDOW_NET, Operator.AT_LEAST, cuts.windowNet(0.1));
    }

    private static RuleNode bottom(Cuts cuts) {
        return field(ProfileField.WINDOW_NET, Operator.AT_MOST, cuts.windowNet(0.9));
    }

    private static RuleNode all(RuleNode... parts) {
        return RuleNode.group(Kind.ALL, List.of(parts));
    }

    private static RuleNode field(ProfileField field, Operator operator, String... values) {
        return RuleNode.condition(Kind.FIELD, field.code(), operator.name(), List.of(values), "");
    }
}
