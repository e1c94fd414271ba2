package io.wellspring.shared.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells other systems which field of what they sent cannot be read, and what belongs there. */
@RestControllerAdvice(annotations = RestController.class)
@RequiredArgsConstructor
class UnreadableRequests {

    private final MessageSource messages;

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "field-unknown",
                    "api.unreadable.field-unknown",
                    locale,
                    field(unknown));
        }
        if (cause instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            Class<?> target = Objects.requireNonNullElse(mismatch.getTargetType(), Object.class);
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "field-unclear",
                    "api.unreadable." + kind(target),
                    locale,
                    field(mismatch),
                    choices(target));
        }
        if (cause instanceof InputCoercionException tooLarge
                && !tooLarge.getPath().isEmpty()) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "field-unclear",
                    "api.unreadable." + kind(tooLarge.getTargetType()),
                    locale,
                    field(tooLarge));
        }
        return problem(HttpStatus.BAD_REQUEST, "bad-request", "api.unreadable.body", locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> headerMissing(MissingRequestHeaderException missing, Locale locale) {
        return problem(
                HttpStatus.BAD_REQUEST, "header-missing", "api.unreadable.header", locale, missing.getHeaderName());
    }

    private ResponseEntity<Problem> problem(
            HttpStatus status, String code, String message, Locale locale, Object... facts) {
        return Problem.of(status, code, messages.getMessage(message, facts, locale))
                .response();
    }

    private static String field(JacksonException at) {
        return at.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String kind(Class<?> target) {
        if (target.isEnum()) {
            return "choice";
        }
        if (List.of(Long.class, long.class, Integer.class, int.class).contains(target)) {
            return "whole-number";
        }
        if (target == BigDecimal.class) {
            return "number";
        }
        if (target == LocalDate.class) {
            return "day";
        }
        return target == String.class ? "text" : "object";
    }

    private static String choices(Class<?> target) {
        return target.isEnum()
                ? Stream.of(target.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : "";
    }
}
