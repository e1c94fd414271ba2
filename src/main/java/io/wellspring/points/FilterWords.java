package io.wellspring.points;

import java.util.Locale;

/** The filters of a list in words, as they read when users were chosen from it; empty is everybody, or nothing that may be kept. */
public record FilterWords(String english, String chinese) {

    public static final FilterWords NONE = new FilterWords("", "");

    /** In a language; in English where nothing else was kept. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") && !chinese.isEmpty() ? chinese : english;
    }
}
