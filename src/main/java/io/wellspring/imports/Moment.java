package io.wellspring.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date, perhaps with a time, as a file writes it.
 *
 * @param offset the zone the text itself names, or null where the business zone is meant
 */
record Moment(LocalDate date, LocalTime time, @Nullable ZoneOffset offset) {

    /**
     * Reads {@code 2026-11-20}, {@code 2026/1/5 9:30}, {@code 2026年1月5日}, {@code 20261120}, {@code 20/11/2026 12:50:00}, {@code
     * 2026-11-20T12:50:00.123+08:00} and their kin; years have four digits.
     *
     * @return empty if the text is no date in this order, or a day that does not exist
     */
    static Optional<Moment> parse(String text, DateOrder order) {
        try {
            return Optional.ofNullable(new Scanner(text.strip()).moment(order));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant in(ZoneId zone) {
        return offset == null
                ? date.atTime(time).atZone(zone).toInstant()
                : date.atTime(time).toInstant(offset);
    }

    /** Reads from left to right; a number it expects and does not find ends it with -1. */
    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        @Nullable
        Moment moment(DateOrder order) {
            LocalDate date = compactLength() == 8 ? compactDate() : date(order);
            if (date == null) {
                return null;
            }
            if (isOver()) {
                return new Moment(date, LocalTime.MIDNIGHT, null);
            }
            while (peek() == ' ' || peek() == 'T' || peek() == ',') {
                at++;
            }
            LocalTime time = time();
            if (time == null) {
                return null;
            }
            ZoneOffset offset = offset();
            return isOver() ? new Moment(date, time, offset) : null;
        }

        private int compactLength() {
            int digits = 0;
            while (digits < text.length() && isDigit(text.charAt(digits))) {
                digits++;
            }
            return digits;
        }

        private LocalDate compactDate() {
            return LocalDate.of(number(4), number(2), number(2));
        }

        private @Nullable LocalDate date(DateOrder order) {
            int start = at;
            int first = number(4);
            int firstLength = at - start;
            if (!skipOne("-/.年")) {
                return null;
            }
            int second = number(2);
            if (!skipOne("-/.月")) {
                return null;
            }
            start = at;
            int third = number(4);
            int thirdLength = at - start;
            if (peek() == '日' || peek() == '号') {
                at++;
            }
            boolean yearLast = order != DateOrder.YEAR_FIRST;
            if ((yearLast ? thirdLength : firstLength) != 4 || (yearLast ? firstLength : thirdLength) > 2) {
                return null;
            }
            return switch (order) {
                case YEAR_FIRST -> LocalDate.of(first, second, third);
                case DAY_FIRST -> LocalDate.of(third, second, first);
                case MONTH_FIRST -> LocalDate.of(third, first, second);
            };
        }

        private @Nullable LocalTime time() {
            int hour = number(2);
            if (hour < 0 || !skipOne(":：时")) {
                return null;
            }
            int minute = number(2);
            int second = 0;
            int nano = 0;
            if (skipOne(":：分")) {
                second = isDigit(peek()) ? number(2) : 0;
                if (skipOne(".,")) {
                    nano = fraction();
                }
                skipOne("秒");
            }
            return LocalTime.of(halfDay(hour), minute, second, nano);
        }

        private int halfDay(int hour) {
            while (peek() == ' ') {
                at++;
            }
            if (text.regionMatches(true, at, "am", 0, 2) || text.regionMatches(true, at, "pm", 0, 2)) {
                boolean afternoon = Character.toLowerCase(peek()) == 'p';
                at += 2;
                if (hour < 1 || hour > 12) {
                    throw new DateTimeException("No hour of half a day: " + hour);
                }
                return hour % 12 + (afternoon ? 12 : 0);
            }
            return hour;
        }

        private int fraction() {
            int nano = 0;
            int digits = 0;
            while (isDigit(peek())) {
                if (digits < 9) {
                    nano = nano * 10 + (peek() - '0');
                    digits++;
                }
                at++;
            }
            for (; digits < 9; digits++) {
                nano *= 10;
            }
            return nano;
        }

        private @Nullable ZoneOffset offset() {
            if (isOver()) {
                return null;
            }
            ZoneOffset offset = ZoneOffset.of(text.substring(at).strip().replace("UTC", "Z"));
            at = text.length();
            return offset;
        }

        private int number(int longest) {
            int value = -1;
            for (int digits = 0; digits < longest && isDigit(peek()); digits++) {
                value = Math.max(value, 0) * 10 + (peek() - '0');
                at++;
            }
            return value;
        }

        private boolean skipOne(String characters) {
            if (!isOver() && characters.indexOf(peek()) >= 0) {
                at++;
                return true;
            }
            return false;
        }

        private char peek() {
            return isOver() ? '\0' : text.charAt(at);
        }

        private boolean isOver() {
            return at >= text.length();
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
