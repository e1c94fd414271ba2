package io.wellspring.users.web;

import io.wellspring.audit.AuditedWords;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Types of attributes, and what users say of being contacted, as the trail shows them. */
@Component
@RequiredArgsConstructor
class AuditedUsers implements AuditedWords {

    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        return (action, field, value) -> switch (field) {
            case "type" ->
                action.startsWith("attribute.") ? text("users.attribute-type." + value, locale) : Optional.empty();
            case "medium" -> text("users.consent.medium." + value, locale);
            case "given" ->
                action.equals("user.consent")
                        ? text("users.consent." + value.toUpperCase(Locale.ROOT), locale)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> text(String code, Locale locale) {
        return Optional.ofNullable(messages.getMessage(code, null, null, locale));
    }
}
