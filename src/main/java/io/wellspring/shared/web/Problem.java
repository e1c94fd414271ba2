package io.wellspring.shared.web;

import io.wellspring.shared.Refusal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What another system is told when something does not work: problem details as of RFC 9457.
 *
 * @param type the same for every problem of its kind, now and in later versions
 * @param title what the status means
 * @param detail what to change, in the language asked for
 * @param code the last part of the type, for those who compare
 */
public record Problem(String type, String title, int status, String detail, String code) {

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("urn:wellspring:problem:" + code, status.getReasonPhrase(), status.value(), detail, code);
    }

    /** @param detail the refusal's text */
    public static Problem of(Refusal refusal, String detail) {
        HttpStatus status =
                switch (refusal) {
                    case Refusal.NotFound missing -> HttpStatus.NOT_FOUND;
                    case Refusal.Conflict conflict -> HttpStatus.CONFLICT;
                    case Refusal.Rejected rejected -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return of(status, code(refusal.getClass().getSimpleName()), detail);
    }

    /** {@code NotACsv} is {@code not-a-csv}. */
    public static String code(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    public ResponseEntity<Problem> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
