package io.wellspring.staff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages Wellspring speaks. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The language with exactly this tag. */
    public static Optional<Language> of(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The first of a reader's preferences that is spoken here; English if none is. */
    public static Language firstOf(List<Locale> preferences) {
        return preferences.stream()
                .flatMap(locale -> List.of(values()).stream()
                        .filter(language -> language.locale.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }
}
