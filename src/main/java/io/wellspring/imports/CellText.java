package io.wellspring.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** The cells of a workbook as a careful person would type them into a list that writes dates and amounts in this way. */
final class CellText {

    /** What Excel shows where it has no value to show. */
    private static final Set<String> ERRORS = Set.of(
            "#N/A",
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#BUSY!",
            "#UNKNOWN!",
            "#EXTERNAL!",
            "#PYTHON!");

    /** A formula that nobody has calculated has no value. */
    static final String NOT_CALCULATED = "#CALC!";

    /** From here on Excel has cut digits off. */
    private static final double INEXACT = 1e15;

    private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_UP);
    private static final long DAY = 86_400_000;
    private static final long LAST_DAY = 2_958_465;
    /** The day the first spreadsheet believed in, and every one since. */
    private static final long NO_SUCH_DAY = 60;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final DateOrder order;
    private final DecimalSign sign;
    private final boolean from1904;

    CellText(DateOrder order, DecimalSign sign, boolean from1904) {
        this.order = order;
        this.sign = sign;
        this.from1904 = from1904;
    }

    /** Whether a cell says that it has no value. */
    static boolean isError(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '#' && ERRORS.contains(cell);
    }

    static String truth(String raw) {
        return switch (raw) {
            case "1" -> "true";
            case "0" -> "false";
            default -> raw;
        };
    }

    /** @param raw the number as the workbook keeps it */
    String number(String raw, CellStyle style) {
        return switch (style.kind()) {
            case NUMBER -> padded(plain(raw), style.digits());
            case DATE, TIME, ELAPSED -> moment(raw, style.kind());
        };
    }

    /** @param raw a day, perhaps with a time, as newer workbooks may spell it out */
    String spelledDate(String raw) {
        try {
            return raw.indexOf('T') < 0
                    ? date(LocalDate.parse(raw))
                    : dateTime(LocalDateTime.parse(raw.endsWith("Z") ? raw.substring(0, raw.length() - 1) : raw));
        } catch (DateTimeException e) {
            return raw;
        }
    }

    private String plain(String raw) {
        if (isShortInteger(raw)) {
            return raw;
        }
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return raw;
        }
        BigDecimal exact = new BigDecimal(value).round(EXACT).stripTrailingZeros();
        String text = Math.abs(value) >= INEXACT ? scientific(exact) : exact.toPlainString();
        return sign == DecimalSign.COMMA ? text.replace('.', ',') : text;
    }

    private static boolean isShortInteger(String raw) {
        int start = raw.startsWith("-") ? 1 : 0;
        if (raw.length() == start || raw.length() - start > 15) {
            return false;
        }
        for (int i = start; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return raw.charAt(start) != '0' || raw.length() == 1;
    }

    /** As Excel shows it, and as the reader of rows recognises what is cut off. */
    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "E+" + exponent;
    }

    private static String padded(String number, int digits) {
        return number.length() < digits && number.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                ? "0".repeat(digits - number.length()) + number
                : number;
    }

    private String moment(String raw, CellStyle.Kind kind) {
        double serial;
        try {
            serial = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (!(serial >= 0 && serial < LAST_DAY + 1)) {
            return plain(raw);
        }
        long millis = Math.round(serial * DAY);
        if (kind == CellStyle.Kind.ELAPSED) {
            long seconds = millis / 1000;
            return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        long days = millis / DAY;
        LocalTime time = LocalTime.ofNanoOfDay(millis % DAY * 1_000_000);
        if (days == 0 && (kind == CellStyle.Kind.TIME || (!from1904 && millis > 0))) {
            return time(time);
        }
        if (days == 0 && !from1904) {
            return plain(raw);
        }
        if (days == NO_SUCH_DAY && !from1904) {
            return "1900-02-29";
        }
        LocalDate date = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                : LocalDate.of(1899, 12, days < NO_SUCH_DAY ? 31 : 30).plusDays(days);
        return time.equals(LocalTime.MIDNIGHT) ? date(date) : dateTime(date.atTime(time));
    }

    private String dateTime(LocalDateTime moment) {
        return date(moment.toLocalDate()) + " " + time(moment.toLocalTime());
    }

    private String date(LocalDate date) {
        String year = four(date.getYear());
        String month = two(date.getMonthValue());
        String day = two(date.getDayOfMonth());
        return switch (order) {
            case YEAR_FIRST -> year + "-" + month + "-" + day;
            case DAY_FIRST -> day + "/" + month + "/" + year;
            case MONTH_FIRST -> month + "/" + day + "/" + year;
        };
    }

    private static String time(LocalTime time) {
        return (time.getNano() == 0 ? SECONDS : MILLIS).format(time);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String four(int number) {
        return "0".repeat(Math.max(0, 4 - Integer.toString(number).length())) + number;
    }
}
