package io.wellspring.segments;

import io.wellspring.profiles.AttributeTest;
import io.wellspring.profiles.DayTest;
import io.wellspring.profiles.FieldTest;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.profiles.UnreadableTest;
import io.wellspring.users.AttributeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is written down into rules, place by place, so that what is finished counts while the rest is still being written. */
final class RuleReader {

    private final RuleTerms terms;
    private final RuleValues values;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Flaw> flaws = new HashMap<>();

    private RuleReader(RuleTerms terms) {
        this.terms = terms;
        this.values = new RuleValues(terms.currency());
    }

    static RuleReading read(RuleNode root, RuleTerms terms) {
        RuleReader reader = new RuleReader(terms);
        if (root.depth() > Rule.DEEPEST) {
            reader.flaws.put("", Flaw.of(Fault.TOO_DEEP));
        } else if (root.conditions() > Rule.MOST_CONDITIONS) {
            reader.flaws.put("", tooMany(root.conditions()));
        } else {
            reader.rule("", root.kind().isGroup() ? root : RuleNode.group(RuleNode.Kind.ALL, List.of(root)));
        }
        return new RuleReading(reader.rules, reader.flaws);
    }

    private static Flaw tooMany(int conditions) {
        int most = Rule.MOST_CONDITIONS;
        return new Flaw(
                Fault.TOO_MANY,
                Set.of(),
                List.of(Integer.toString(most), Integer.toString(conditions), Integer.toString(conditions - most)));
    }

    private Optional<Rule> rule(String path, RuleNode node) {
        Optional<Rule> rule = node.kind().isGroup() ? group(path, node) : condition(path, node);
        rule.ifPresent(read -> rules.put(path, read));
        return rule;
    }

    private Optional<Rule> group(String path, RuleNode node) {
        if (node.parts().isEmpty()) {
            flaws.put(path, Flaw.of(Fault.EMPTY_GROUP));
            return Optional.empty();
        }
        List<Rule> parts = new ArrayList<>();
        for (int place = 0; place < node.parts().size(); place++) {
            rule(RuleNode.child(path, place), node.parts().get(place)).ifPresent(parts::add);
        }
        if (parts.size() < node.parts().size()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (node.kind()) {
                    case ANY -> new Rule.Any(parts);
                    case NONE -> new Rule.None(parts);
                    default -> new Rule.All(parts);
                });
    }

    private Optional<Rule> condition(String path, RuleNode node) {
        try {
            return Optional.of(
                    switch (node.kind()) {
                        case FIELD -> field(node);
                        case ATTRIBUTE -> attribute(node);
                        case TAGS -> tagged(node);
                        case SEGMENT -> member(node);
                        case ORDERS -> did(node, Rule.Deed.ORDERS);
                        case SPENT -> did(node, Rule.Deed.SPENT);
                        case REFUNDS -> did(node, Rule.Deed.REFUNDS);
                        case ACTIVITY -> did(node, Rule.Deed.ACTIVITY);
                        case FIRST_TIME, LAST_TIME -> moment(node);
                        case BIRTHDAY -> birthday(node);
                        case ALL, ANY, NONE -> throw new IllegalArgumentException("A group is no condition");
                    });
        } catch (FlawFound found) {
            flaws.put(path, found.flaw());
        } catch (UnreadableTest unreadable) {
            flaws.put(path, values.flaw(unreadable, node));
        } catch (IllegalArgumentException unreadable) {
            flaws.put(path, Flaw.of(Fault.UNREADABLE_VALUE));
        }
        return Optional.empty();
    }

    private static Rule field(RuleNode node) {
        require(!node.what().isEmpty());
        ProfileField field = ProfileField.of(node.what()).orElseThrow(() -> new FlawFound(Fault.FIELD_GONE));
        Operator operator = named(Operator.values(), node.op());
        require(node.values().size() >= operator.fewest()
                && node.values().stream().noneMatch(String::isBlank));
        return new Rule.Field(new FieldTest(field, operator, node.values()));
    }

    private Rule attribute(RuleNode node) {
        require(!node.what().isEmpty());
        AttributeType type = terms.attributes().get(node.what());
        if (type == null) {
            throw new FlawFound(Fault.ATTRIBUTE_GONE);
        }
        Operator operator = named(Operator.values(), node.op());
        require(node.values().size() >= operator.fewest()
                && node.values().stream().noneMatch(String::isBlank));
        return new Rule.Attribute(new AttributeTest(node.what(), type, operator, node.values()));
    }

    private Rule tagged(RuleNode node) {
        require(!node.values().isEmpty());
        List<Long> tags = node.values().stream().map(Long::parseLong).distinct().toList();
        if (!terms.tags().containsAll(tags)) {
            throw new FlawFound(Fault.TAG_GONE);
        }
        if (tags.stream().anyMatch(terms.circularTags()::contains)) {
            throw new FlawFound(Fault.CIRCULAR_TAG);
        }
        return new Rule.Tagged(named(Rule.Having.values(), node.op()), tags);
    }

    private Rule member(RuleNode node) {
        require(!node.values().isEmpty());
        long segment = Long.parseLong(one(node.values()));
        if (terms.circular().contains(segment)) {
            throw new FlawFound(Fault.CIRCULAR);
        }
        if (!terms.segments().contains(segment)) {
            throw new FlawFound(Fault.SEGMENT_GONE);
        }
        return new Rule.Member(named(Membership.values(), node.op()) == Membership.IN, segment);
    }

    private static Rule birthday(RuleNode node) {
        return new Rule.Birthday(RuleValues.days(one(node.values()), Flaw.Box.VALUE, Rule.Birthday.MOST_DAYS));
    }

    private Rule did(RuleNode node, Rule.Deed deed) {
        require(deed != Rule.Deed.ACTIVITY || !node.what().isEmpty());
        String value = one(node.values());
        Rule.Comparison comparison = named(Rule.Comparison.values(), node.op());
        return new Rule.Did(
                deed,
                deed == Rule.Deed.ACTIVITY ? node.what() : "",
                comparison,
                deed == Rule.Deed.SPENT ? values.amount(value) : RuleValues.times(value, comparison),
                RuleValues.when(node.when()));
    }

    private static Rule moment(RuleNode node) {
        require(!node.what().isEmpty());
        Operator operator = named(Operator.values(), node.op());
        require(node.values().size() >= operator.fewest()
                && node.values().stream().noneMatch(String::isBlank));
        return new Rule.Moment(
                node.kind() == RuleNode.Kind.FIRST_TIME,
                node.what(),
                new DayTest(node.what(), operator, node.values()));
    }

    private enum Membership {
        IN,
        OUT
    }

    private static void require(boolean finished) {
        if (!finished) {
            throw new FlawFound(Fault.UNFINISHED);
        }
    }

    private static String one(List<String> values) {
        require(!values.isEmpty() && !values.getFirst().isBlank());
        return values.getFirst().strip();
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        require(!name.isEmpty());
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FlawFound(Fault.UNREADABLE_VALUE));
    }
}
