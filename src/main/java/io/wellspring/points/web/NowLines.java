package io.wellspring.points.web;

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
    NowLines field(String label, @Nullable String typed, @Nullable String now, Object... facts) {
        String there = Objects.requireNonNullElse(now, "");
        if (!Objects.requireNonNullElse(typed, "").strip().equals(there)) {
            String name = messages.getMessage(label, facts, locale);
            String said = there.isEmpty() ? messages.getMessage("points.meanwhile.nothing", null, locale) : there;
            lines.add(messages.getMessage("points.meanwhile.one", new Object[] {name, said}, locale));
        }
        return this;
    }

    List<String> lines() {
        return lines;
    }
}
