package io.wellspring.staff.web;

import io.wellspring.staff.Scope;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.springframework.validation.BindingResult;

/** @param expires the last business date on which the token works, as a browser sends dates; empty if it works for ever */
record TokenForm(String name, Set<Scope> scopes, String expires) {

    static final TokenForm EMPTY = new TokenForm("", Set.of(Scope.IMPORTS), "");

    TokenForm {
        name = Typed.text(name);
        scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
        expires = Typed.text(expires).strip();
    }

    void check(BindingResult typed) {
        if (!expires.isEmpty() && lastDay().isEmpty()) {
            typed.rejectValue("expires", "staff.token.error.date");
        }
    }

    Optional<LocalDate> lastDay() {
        try {
            return Optional.of(LocalDate.parse(expires)).filter(day -> day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
