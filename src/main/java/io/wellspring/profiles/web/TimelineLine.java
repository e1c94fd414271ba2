package io.wellspring.profiles.web;

import io.wellspring.shared.Money;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.web.Format;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** One entry of a user's line in the reader's words. */
record TimelineLine(
        String kind,
        Instant at,
        String moment,
        String words,
        @Nullable String text,
        @Nullable String link) {

    static TimelineLine of(TimelineEntry entry, MessageSource messages, Format format, Locale locale) {
        Object[] facts = entry.facts().stream()
                .map(fact -> fact instanceof Money money ? format.money(money) : fact)
                .toArray();
        Instant at = entry.mark().at();
        return new TimelineLine(
                entry.mark().kind(),
                at,
                entry.wholeDay() ? format.dateOf(at) : format.moment(at),
                messages.getMessage(entry.message(), facts, locale),
                entry.text().orElse(null),
                entry.link().orElse(null));
    }
}
