package io.wellspring.profiles.web;

import io.wellspring.points.GrantTerms;
import io.wellspring.points.Points;
import io.wellspring.shared.web.WideText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What was typed of a grant. */
record GrantForm(String form, String name, String amount, String lastDay, String reason, long seen) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}");

    static GrantForm of(MultiValueMap<String, String> parameters) {
        String form = typed(parameters, "form");
        return new GrantForm(
                isKey(form) ? form : UUID.randomUUID().toString(),
                typed(parameters, "name"),
                typed(parameters, "amount"),
                typed(parameters, "lastDay"),
                typed(parameters, "reason"),
                number(typed(parameters, "seen")));
    }

    boolean isEmpty() {
        return (name + amount + lastDay + reason).isBlank();
    }

    UUID key() {
        return UUID.fromString(form);
    }

    boolean hasReadableDay() {
        try {
            return day().map(day -> day.getYear() >= 1900 && day.getYear() < 2200)
                    .orElse(true);
        } catch (DateTimeException e) {
            return false;
        }
    }

    GrantTerms terms() {
        return new GrantTerms(name, new Points(number(amount)), reason, day());
    }

    private Optional<LocalDate> day() {
        return lastDay.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay.strip()));
    }

    private static String typed(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).orElse("");
    }

    private static boolean isKey(String form) {
        return form.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** A whole number, perhaps with commas before every three digits; what is none is one that no rule lets through. */
    private static long number(String typed) {
        String bare = WideText.narrow(typed);
        return NUMBER.matcher(bare).matches() ? Long.parseLong(bare.replace(",", "")) : 0;
    }
}
