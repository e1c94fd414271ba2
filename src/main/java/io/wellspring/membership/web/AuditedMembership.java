package io.wellspring.membership.web;

import io.wellspring.audit.AuditedWords;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Kinds and quotas of benefits, and terms of plans, as the trail shows them. */
@Component
@RequiredArgsConstructor
class AuditedMembership implements AuditedWords {

    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        return (action, field, value) -> switch (field) {
            case "benefit-kind", "kind" ->
                action.startsWith("benefits.") ? text("benefits.kind." + value, locale) : Optional.empty();
            case "quota" -> counted("benefits.quota.", value, locale);
            case "term" -> counted("tiers.plan.length.", value, locale);
            default -> Optional.empty();
        };
    }

    /** @param value a count and what is counted: {@code 2 MONTH} */
    private Optional<String> counted(String prefix, String value, Locale locale) {
        String[] parts = value.split(" ");
        return parts.length == 2 && parts[0].matches("\\d{1,9}")
                ? text(prefix + parts[1], locale, Integer.valueOf(parts[0]))
                : Optional.empty();
    }

    private Optional<String> text(String code, Locale locale, Object... facts) {
        return Optional.ofNullable(messages.getMessage(code, facts, null, locale));
    }
}
