package io.wellspring.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook's number format says a number is; how it looks does not matter.
 *
 * @param digits how many digits an identifier with leading zeros has; 0 for everything else
 */
record CellStyle(Kind kind, int digits) {

    enum Kind {
        NUMBER,
        DATE,
        TIME,
        /** A time that may go past a day. */
        ELAPSED
    }

    static final CellStyle NUMBER = new CellStyle(Kind.NUMBER, 0);

    private static final CellStyle DATE = new CellStyle(Kind.DATE, 0);
    private static final CellStyle TIME = new CellStyle(Kind.TIME, 0);
    private static final CellStyle ELAPSED = new CellStyle(Kind.ELAPSED, 0);

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final Pattern ELAPSED_PART = Pattern.compile("(?i)\\[(h+|m+|s+)]");
    /** Text in quotes, an escaped sign, a gap or a filling, colours and conditions and locales. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^]]*]");

    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)am/pm|a/p|上午/下午");

    /**
     * @param id the number of the format; those below 164 mean the same everywhere, or at least the same kind
     * @param code the format where the workbook spells it out
     */
    static CellStyle of(int id, @Nullable String code) {
        if (code != null) {
            return of(code);
        }
        return switch (id) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
            case 46 -> ELAPSED;
            default -> NUMBER;
        };
    }

    private static CellStyle of(String code) {
        if (ZEROS.matcher(code).matches()) {
            return new CellStyle(Kind.NUMBER, code.length());
        }
        if (ELAPSED_PART.matcher(code).find()) {
            return ELAPSED;
        }
        String bare = DECORATION.matcher(code).replaceAll("");
        int section = bare.indexOf(';');
        String positive = HALF_OF_DAY
                .matcher(section < 0 ? bare : bare.substring(0, section))
                .replaceAll("h")
                .toLowerCase(Locale.ROOT);
        if (positive.contains("general")) {
            return NUMBER;
        }
        boolean time = positive.indexOf('h') >= 0 || positive.indexOf('s') >= 0;
        boolean day = positive.indexOf('y') >= 0
                || positive.indexOf('d') >= 0
                || positive.indexOf('年') >= 0
                || (positive.indexOf('m') >= 0 && !time);
        return day ? DATE : time ? TIME : NUMBER;
    }
}
