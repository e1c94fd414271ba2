package io.wellspring.audit.web;

import io.wellspring.audit.AuditEntry;
import io.wellspring.audit.AuditedWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** What entries changed, in the reader's words. */
@Component
@RequiredArgsConstructor
class ChangeText {

    private final List<AuditedWords> modules;
    private final MessageSource messages;

    /** One page's entries, for one reader. */
    Page in(Locale locale) {
        return new Page(modules.stream().map(words -> words.in(locale)).toList(), messages, locale);
    }

    record Page(List<AuditedWords.Reader> readers, MessageSource messages, Locale locale) {

        List<AuditEntry.Change> changes(AuditEntry entry) {
            return entry.changes().stream()
                    .map(change -> new AuditEntry.Change(
                            named("audit.field.", change.key()),
                            value(entry.action(), change.key(), change.before()),
                            value(entry.action(), change.key(), change.after())))
                    .toList();
        }

        private String value(String action, String key, String value) {
            return value.isEmpty()
                    ? "–"
                    : readers.stream()
                            .map(reader -> reader.says(action, key, value))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElseGet(() -> named("audit.value.", value));
        }

        private String named(String prefix, String text) {
            return messages.getMessage(new DefaultMessageSourceResolvable(new String[] {prefix + text}, text), locale);
        }
    }
}
