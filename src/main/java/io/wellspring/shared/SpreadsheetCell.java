package io.wellspring.shared;

import java.util.regex.Pattern;

/** The text of one cell between us and a spreadsheet, which would run some texts as formulas. */
public final class SpreadsheetCell {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String RUN_AS_FORMULA = "=+-@\t\r";
    private static final char TAKE_AS_TEXT = '\'';

    private SpreadsheetCell() {}

    /** The text with an apostrophe in front where a spreadsheet would run it; plain numbers stay numbers. */
    public static String safe(String text) {
        return runs(text) ? TAKE_AS_TEXT + text : text;
    }

    /** The text without the apostrophe that {@link #safe} put in front; any other apostrophe is the text's own. */
    public static String plain(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == TAKE_AS_TEXT && runs(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean runs(String text) {
        return !text.isEmpty()
                && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
