package io.wellspring.segments.web;

import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a button of the editor does to the rule, and where whoever pressed it goes on; buttons are not there any more, or stand for
 * another place, once the rule has changed.
 *
 * @param act the button; others than those of places change nothing
 * @param place the path of what it belongs to
 */
record EditorStep(String act, String place) {

    /** Reads {@code act:place}. */
    static EditorStep of(String pressed) {
        int colon = pressed.indexOf(':');
        return colon < 0
                ? new EditorStep("", "")
                : new EditorStep(pressed.substring(0, colon), pressed.substring(colon + 1));
    }

    RuleNode on(RuleNode rule) {
        return switch (act) {
            case "add" -> rule.plus(place, RuleForm.blank());
            case "group" -> rule.plus(place, RuleNode.group(Kind.ANY, List.of(RuleForm.blank())));
            case "remove" -> rule.without(place);
            case "twice" -> rule.twice(place);
            case "up" -> rule.moved(place, false);
            case "down" -> rule.moved(place, true);
            default -> rule;
        };
    }

    /** The id of the element to go on at: the new condition, what was moved or doubled, or where something can be added instead. */
    Optional<String> goesOnAt(RuleNode before) {
        if (before.at(place).isEmpty()) {
            return Optional.empty();
        }
        return switch (act) {
            case "add" -> Optional.of("k-" + id(newcomer(before)));
            case "group" -> Optional.of("k-" + id(newcomer(before) + ".0"));
            case "remove" -> Optional.of("add-" + id(RuleNode.parent(place)));
            case "twice" -> Optional.of("twice-" + id(beside(1)));
            case "up" -> Optional.of("twice-" + id(moved(before, -1)));
            case "down" -> Optional.of("twice-" + id(moved(before, 1)));
            default -> Optional.empty();
        };
    }

    private String newcomer(RuleNode before) {
        int last = before.at(place).orElseThrow().parts().size();
        return place.isEmpty() ? Integer.toString(last) : place + "." + last;
    }

    private String moved(RuleNode before, int by) {
        String group = RuleNode.parent(place);
        int target = RuleNode.place(place) + by;
        if (target >= 0 && target < before.at(group).orElseThrow().parts().size() || group.isEmpty()) {
            return beside(by);
        }
        return under(RuleNode.parent(group), RuleNode.place(group) + (by > 0 ? 1 : 0));
    }

    private String beside(int by) {
        return under(RuleNode.parent(place), RuleNode.place(place) + by);
    }

    private static String under(String group, int place) {
        return group.isEmpty() ? Integer.toString(place) : group + "." + place;
    }

    private static String id(String path) {
        return path.replace('.', '_');
    }
}
