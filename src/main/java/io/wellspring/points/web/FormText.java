package io.wellspring.points.web;

import io.wellspring.shared.Refusal;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a form says at the field that was refused: what cannot be read is told by what belongs there, not by the name it has among machines. */
@Component
@RequiredArgsConstructor
class FormText {

    private final MessageSource messages;

    String of(Refusal refusal, Locale locale) {
        if (refusal instanceof FieldUnclear unclear) {
            return messages.getMessage("points.unclear." + unclear.name(), null, locale);
        }
        return messages.getMessage(refusal.messageCode(), refusal.facts(), locale);
    }
}
