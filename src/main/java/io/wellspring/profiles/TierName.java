package io.wellspring.profiles;

import java.util.Locale;

/**
 * What a tier of the membership programme is called.
 *
 * @param number which tier, through all versions of the programme
 */
public record TierName(int number, String english, String chinese) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
