package io.wellspring.shared;

import java.util.Set;

/** Tells text from what only looks like none: zero-width characters, blanks of any width, marks on nothing. */
public final class VisibleText {

    /** Letters and symbols that Unicode draws as nothing. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.NON_SPACING_MARK,
            (int) Character.ENCLOSING_MARK);

    private VisibleText() {}

    /** What was typed, without blanks around it; empty if nothing of it can be seen. */
    public static String of(String typed) {
        return typed.codePoints().anyMatch(VisibleText::isSeen) ? typed.strip() : "";
    }

    private static boolean isSeen(int character) {
        return !UNSEEN.contains(Character.getType(character)) && !BLANK.contains(character);
    }
}
