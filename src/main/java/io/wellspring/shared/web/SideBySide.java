package io.wellspring.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What somebody else made of a form's fields meanwhile beside what was typed: those that differ, in the order they are asked. */
@RequiredArgsConstructor
public final class SideBySide {

    private final MessageSource messages;
    private final Locale locale;
    private final List<Field> fields = new ArrayList<>();

    /**
     * @param label what the field is called
     * @param stored empty for nothing, as is what was typed
     */
    public record Field(String label, String stored, String typed) {}

    /**
     * A field whose text stands for itself.
     *
     * @param label the message that names it, with its facts
     */
    public SideBySide text(String label, @Nullable String stored, @Nullable String typed, Object... facts) {
        return named(said(label, facts), stored, typed);
    }

    /** A field of which one of several is chosen; each has a message of its own below that of the label. */
    public SideBySide choice(String label, @Nullable String stored, @Nullable String typed) {
        return text(label, chosen(label, stored), chosen(label, typed));
    }

    /** A field that is called by a name instead of a message. */
    public SideBySide named(String label, @Nullable String stored, @Nullable String typed) {
        String there = Objects.requireNonNullElse(stored, "").strip();
        String here = Objects.requireNonNullElse(typed, "").strip();
        if (!there.equals(here)) {
            fields.add(new Field(label, there, here));
        }
        return this;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    private String chosen(String messagesOf, @Nullable String choice) {
        return choice == null || choice.isEmpty() ? "" : said(messagesOf + "." + choice);
    }

    private String said(String message, Object... facts) {
        return messages.getMessage(message, facts, locale);
    }
}
