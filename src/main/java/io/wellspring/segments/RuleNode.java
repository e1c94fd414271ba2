package io.wellspring.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it is written down, finished or not: what a stored rule, an address and the editor hold. {@link RuleReader} makes a {@link
 * Rule} of a finished one. Places in it are paths: the root is the empty text, its second part {@code "1"}, the first part of that {@code
 * "1.0"}.
 *
 * @param kind what it is; the other components mean something only where it says so
 * @param what the field's or attribute's code, or the type of activity
 * @param op how it is compared
 * @param values what it is held against; tags and segments by their numbers
 * @param when in which days, as {@link When#text} writes it
 * @param parts of a group
 */
public record RuleNode(Kind kind, String what, String op, List<String> values, String when, List<RuleNode> parts) {

    public enum Kind {
        ALL,
        ANY,
        NONE,
        FIELD,
        ATTRIBUTE,
        TAGS,
        SEGMENT,
        ORDERS,
        SPENT,
        REFUNDS,
        ACTIVITY,
        FIRST_TIME,
        LAST_TIME,
        BIRTHDAY;

        public boolean isGroup() {
            return this == ALL || this == ANY || this == NONE;
        }
    }

    public RuleNode {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /** Nobody has said anything yet: everything of nothing. */
    public static RuleNode empty() {
        return group(Kind.ALL, List.of());
    }

    public static RuleNode group(Kind kind, List<RuleNode> parts) {
        return new RuleNode(kind, "", "", List.of(), "", parts);
    }

    public static RuleNode condition(Kind kind, String what, String op, List<String> values, String when) {
        return new RuleNode(kind, what, op, values, when, List.of());
    }

    /** What stands at a place. */
    public Optional<RuleNode> at(String path) {
        Optional<RuleNode> node = Optional.of(this);
        for (int place : places(path)) {
            node = node.filter(one -> place < one.parts.size()).map(one -> one.parts.get(place));
        }
        return node;
    }

    /** With another node at a place. */
    public RuleNode with(String path, RuleNode node) {
        return with(places(path), 0, node);
    }

    /** Without what stands at a place; the root becomes empty. */
    public RuleNode without(String path) {
        if (path.isEmpty()) {
            return empty();
        }
        RuleNode parent = at(parent(path)).orElse(this);
        List<RuleNode> rest = new ArrayList<>(parent.parts);
        int place = place(path);
        if (place < rest.size()) {
            rest.remove(place);
        }
        return with(parent(path), parent.withParts(rest));
    }

    /** With one more part at the end of the group at a place. */
    public RuleNode plus(String path, RuleNode part) {
        return at(path).filter(group -> group.kind.isGroup())
                .map(group -> {
                    List<RuleNode> more = new ArrayList<>(group.parts);
                    more.add(part);
                    return with(path, group.withParts(more));
                })
                .orElse(this);
    }

    /** With what stands at a place once more right behind it. */
    public RuleNode twice(String path) {
        if (path.isEmpty()) {
            return this;
        }
        return at(path).map(node -> insert(parent(path), place(path) + 1, node)).orElse(this);
    }

    /** With what stands at a place one further up or down: past its neighbour, or out of its group at the group's end. */
    public RuleNode moved(String path, boolean down) {
        Optional<RuleNode> node = path.isEmpty() ? Optional.empty() : at(path);
        if (node.isEmpty()) {
            return this;
        }
        String group = parent(path);
        int place = place(path);
        int target = down ? place + 1 : place - 1;
        int last = at(group).orElseThrow().parts.size() - 1;
        if (target >= 0 && target <= last) {
            return without(path).insert(group, target, node.get());
        }
        if (group.isEmpty()) {
            return this;
        }
        return without(path).insert(parent(group), place(group) + (down ? 1 : 0), node.get());
    }

    /** Of another kind, with the same parts. */
    public RuleNode as(Kind group) {
        return new RuleNode(group, what, op, values, when, parts);
    }

    /** Speaking of one tag where it spoke of another. */
    RuleNode withTag(long absorbed, long survivor) {
        List<String> named = kind == Kind.TAGS
                ? values.stream()
                        .map(value -> value.equals(Long.toString(absorbed)) ? Long.toString(survivor) : value)
                        .distinct()
                        .toList()
                : values;
        return new RuleNode(
                kind,
                what,
                op,
                named,
                when,
                parts.stream().map(part -> part.withTag(absorbed, survivor)).toList());
    }

    /** How many conditions there are in it. */
    public int conditions() {
        return kind.isGroup() ? parts.stream().mapToInt(RuleNode::conditions).sum() : 1;
    }

    /** How many groups stand in one another at most. */
    public int depth() {
        return kind.isGroup()
                ? 1 + parts.stream().mapToInt(RuleNode::depth).max().orElse(0)
                : 0;
    }

    static String child(String path, int place) {
        return path.isEmpty() ? Integer.toString(place) : path + "." + place;
    }

    private RuleNode withParts(List<RuleNode> other) {
        return new RuleNode(kind, what, op, values, when, other);
    }

    private RuleNode insert(String path, int place, RuleNode node) {
        RuleNode group = at(path).orElseThrow();
        List<RuleNode> more = new ArrayList<>(group.parts);
        more.add(Math.min(place, more.size()), node);
        return with(path, group.withParts(more));
    }

    private RuleNode with(List<Integer> places, int depth, RuleNode node) {
        if (depth == places.size()) {
            return node;
        }
        int place = places.get(depth);
        if (place >= parts.size()) {
            return this;
        }
        List<RuleNode> changed = new ArrayList<>(parts);
        changed.set(place, parts.get(place).with(places, depth + 1, node));
        return withParts(changed);
    }

    private static List<Integer> places(String path) {
        if (path.isEmpty()) {
            return List.of();
        }
        if (!path.matches("\\d{1,4}(\\.\\d{1,4}){0,20}")) {
            throw new UnreadableRule(path);
        }
        return List.of(path.split("\\.")).stream().map(Integer::valueOf).toList();
    }

    /** The path of the group that something is in; the root is in itself. */
    public static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Which part of its group something is, from 0 on. */
    public static int place(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('.') + 1));
    }
}
