package io.wellspring.points.web;

import io.wellspring.shared.web.WideText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a form does with what was typed. */
final class Typed {

    /** What no rule lets through. */
    private static final long NONE = Long.MIN_VALUE;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,13}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,4})?");

    private Typed() {}

    /** A whole number, perhaps with a sign and with commas before every three digits; what is none is one that no rule lets through. */
    static long number(String typed) {
        String bare = WideText.narrow(typed).replace("−", "-");
        return NUMBER.matcher(bare).matches() ? Long.parseLong(bare.replace(",", "")) : NONE;
    }

    /** The same, of what is kept as a small number: what is too large for it is one that no rule lets through. */
    static int small(String typed) {
        long number = number(typed);
        return number > Integer.MAX_VALUE || number < Integer.MIN_VALUE ? Integer.MIN_VALUE : (int) number;
    }

    /** An amount of money, perhaps with commas before every three digits; empty if it is none for certain. */
    static Optional<BigDecimal> amount(String typed) {
        String bare = WideText.narrow(typed);
        return AMOUNT.matcher(bare).matches() ? Optional.of(new BigDecimal(bare.replace(",", ""))) : Optional.empty();
    }

    /** A day; empty if nothing was typed. */
    static Optional<LocalDate> day(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
    }

    static boolean isDay(String typed) {
        try {
            return day(typed)
                    .map(day -> day.getYear() >= 1900 && day.getYear() < 2200)
                    .orElse(true);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
