package io.wellspring.shared.web;

/** What Chinese input methods type in the width of a character. */
public final class WideText {

    private static final char FIRST = '\uFF01';
    private static final char LAST = '\uFF5E';
    private static final int FURTHER = FIRST - '!';
    private static final char BLANK = '\u3000';

    private WideText() {}

    /**
     * Digits, signs and separators in their usual width (Unicode, Halfwidth and Fullwidth Forms, U+FF01 to U+FF5E), without blanks around them;
     * nothing else is read as if it were one of them. For numbers, not for names.
     */
    public static String narrow(String typed) {
        return typed.codePoints()
                .map(character -> character == BLANK ? ' ' : narrow(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static int narrow(int character) {
        return character >= FIRST && character <= LAST ? character - FURTHER : character;
    }
}
