package io.wellspring.imports.web;

import io.wellspring.audit.AuditedWords;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Kinds of files and what their columns hold, as the trail shows them. */
@Component
@RequiredArgsConstructor
class AuditedImports implements AuditedWords {

    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        return (action, field, value) -> switch (field) {
            case "kind" -> action.startsWith("import.") ? text("imports.kind." + value, locale) : Optional.empty();
            case "field" -> text("imports.field." + value, locale);
            default -> Optional.empty();
        };
    }

    private Optional<String> text(String code, Locale locale) {
        return Optional.ofNullable(messages.getMessage(code, null, null, locale));
    }
}
