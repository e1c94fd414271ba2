package io.wellspring.segments.web;

import io.wellspring.audit.AuditedWords;
import io.wellspring.segments.RuleJson;
import io.wellspring.segments.RuleSentence;
import io.wellspring.segments.RuleWords;
import io.wellspring.segments.UnreadableRule;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Rules of segments as sentences in the trail, and the tags they give by name. */
@Component
@RequiredArgsConstructor
class AuditedSegments implements AuditedWords {

    private final RuleWords words;
    private final RuleSentence sentence;
    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        SingletonSupplier<RuleWords.Dictionary> dictionary = SingletonSupplier.of(() -> words.in(locale));
        return (action, field, value) -> {
            if (!action.startsWith("segment.")) {
                return Optional.empty();
            }
            return switch (field) {
                case "rule" -> rule(value, dictionary.obtain());
                case "gives-tag", "tag" -> Optional.of(dictionary.obtain().tag(value));
                case "state" -> Optional.ofNullable(messages.getMessage("segments.state." + value, null, null, locale));
                default -> Optional.empty();
            };
        };
    }

    /** Empty for one of a form this version no longer reads: it is shown as it was kept. */
    private Optional<String> rule(String kept, RuleWords.Dictionary dictionary) {
        try {
            return Optional.of(sentence.of(RuleJson.read(kept), dictionary));
        } catch (UnreadableRule older) {
            return Optional.empty();
        }
    }
}
