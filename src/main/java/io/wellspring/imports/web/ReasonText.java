package io.wellspring.imports.web;

import io.wellspring.imports.RejectedLine;
import io.wellspring.imports.RejectionWords;
import io.wellspring.users.UndoRemainder;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Why a line was refused, in the reader's words; templates call it as {@code @reasons}. */
@Component("reasons")
@RequiredArgsConstructor
class ReasonText implements RejectionWords {

    private final MessageSource messages;

    @Override
    public String line() {
        return text("imports.rejected.line");
    }

    @Override
    public String reason() {
        return text("imports.rejected.reason");
    }

    @Override
    public String reason(RejectedLine line) {
        return reason(line.reason(), line.fact(), line.column());
    }

    public String reason(String code, @Nullable String fact, @Nullable String column) {
        return text("imports.reason." + code, fact == null ? "" : fact, column == null ? "" : column);
    }

    /** Why a user of an undone import stayed. */
    public String undo(UndoRemainder one) {
        String fact = one.fact() == null ? "" : one.fact();
        return text("imports.undo.reason." + one.reason(), one.reason().equals("IDENTITY_TAKEN") ? fields(fact) : fact);
    }

    private String fields(String names) {
        return Stream.of(names.split(","))
                .map(name -> text("imports.field-short." + name))
                .collect(Collectors.joining(", "));
    }

    private String text(String code, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(code, arguments, locale);
    }
}
