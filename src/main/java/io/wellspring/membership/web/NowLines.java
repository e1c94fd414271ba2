package io.wellspring.membership.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What somebody else made of the fields of a form meanwhile: those that say something else than was typed, in the order they are asked. */
@RequiredArgsConstructor
final class NowLines {

    private final MessageSource messages;
    private final Locale locale;
    private final List<String> lines = new ArrayList<>();

    /** @param label the message that names the field */
    NowLines field(String label, @Nullable String typed, @Nullable String now) {
        String there = Objects.requireNonNullElse(now, "");
        if (!Objects.requireNonNullElse(typed, "").strip().equals(there)) {
            String said = there.isEmpty() ? text("membership.meanwhile.nothing") : there;
            lines.add(text("membership.meanwhile.one", text(label), said));
        }
        return this;
    }

    /** A field of which one of several is chosen; each has a message of its own. */
    NowLines choice(String label, String messagesOf, @Nullable String typed, @Nullable String now) {
        return now == null || now.equals(typed) ? this : field(label, "", text(messagesOf + "." + now));
    }

    List<String> lines() {
        return lines;
    }

    private String text(String message, Object... facts) {
        return messages.getMessage(message, facts, locale);
    }
}
