package io.wellspring.segments.web;

import io.wellspring.segments.Fault;
import io.wellspring.segments.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a rule as the editor shows it.
 *
 * @param path the place
 * @param group ALL, ANY or NONE; null for a condition
 * @param chosen what the condition is about, as the select names it
 * @param op how it is compared
 * @param ops how it can be compared
 * @param input how its values are given: NONE, NUMBER, DATE, TEXT, TWO_NUMBERS, TWO_DATES, DAYS, PICK, SELECT
 * @param values the values it has
 * @param picks what can be picked
 * @param when the days, where it asks for some
 * @param count how many users satisfy it by itself; null while it is unfinished
 * @param wrong what is wrong with it; null if nothing is
 * @param list the address of the users who satisfy it; null while it is unfinished
 */
record EditorNode(
        String path,
        int depth,
        @Nullable String group,
        String chosen,
        String op,
        List<Choice> ops,
        String input,
        List<String> values,
        List<Choice> picks,
        @Nullable Days when,
        @Nullable Long count,
        @Nullable Wrong wrong,
        @Nullable String list,
        boolean first,
        boolean last,
        List<EditorNode> parts) {

    /** Something to choose, in words; with how many users it would be, where that is known. */
    record Choice(String value, String label, @Nullable Long users, boolean on) {}

    record Days(String type, String days, String from, String to) {}

    /** What is wrong, in words. */
    record Wrong(Flaw flaw, String text) {

        /** Whether something is only still to be said. */
        public boolean isUnfinished() {
            return flaw.fault() == Fault.UNFINISHED;
        }

        public boolean isEmptyGroup() {
            return flaw.fault() == Fault.EMPTY_GROUP;
        }
    }

    /** Whether something was typed into a box that means nothing there; null if not, for an attribute that is then left out. */
    public @Nullable String invalid(String box) {
        return wrong != null && wrong.flaw().boxes().contains(Flaw.Box.valueOf(box)) ? "true" : null;
    }

    /** How such a box looks. */
    public String look(String box) {
        return invalid(box) == null ? "" : "is-invalid";
    }

    /** The id of the text that says what is wrong with a box; null if nothing is. */
    public @Nullable String told(String box) {
        return invalid(box) == null ? null : "wrong-" + id();
    }

    public String value(int place) {
        return place < values.size() ? values.get(place) : "";
    }

    /** The place as part of an element's id, which a selector can name. */
    public String id() {
        return path.replace('.', '_');
    }

    public boolean isGroup() {
        return group != null;
    }
}
