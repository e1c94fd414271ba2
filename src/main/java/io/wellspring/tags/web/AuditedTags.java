package io.wellspring.tags.web;

import io.wellspring.audit.AuditedWords;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How many tags of a group a user may have, as the trail shows it. */
@Component
@RequiredArgsConstructor
class AuditedTags implements AuditedWords {

    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        return (action, field, value) -> field.equals("choice")
                ? Optional.ofNullable(messages.getMessage("tags.choice." + value, null, null, locale))
                : Optional.empty();
    }
}
