package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A tier a manager gave a user by hand.
 *
 * @param replacedOn the day on which another one, given later, took its place
 * @param ended when and why a manager took it back
 */
public record GivenTier(
        long id,
        String nameEn,
        String nameZh,
        LocalDate from,
        LocalDate lastDay,
        String reason,
        String by,
        Optional<LocalDate> replacedOn,
        Optional<TierTerm.Ended> ended) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
