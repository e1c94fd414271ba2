package io.wellspring.points.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a form does with what was typed. */
final class Typed {

    /** What no rule lets through. */
    private static final long NONE = Long.MIN_VALUE;

    private Typed() {}

    /** A whole number, perhaps with a sign and separators; what is none is one that no rule lets through. */
    static long number(String typed) {
        String bare = typed.strip().replace(",", "").replace("−", "-");
        return bare.matches("[+-]?\\d{1,15}") ? Long.parseLong(bare) : NONE;
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
