package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A term of a tier.
 *
 * @param until the day after its last; empty for the one that runs
 * @param reason why a manager gave it
 * @param ended when and why a manager took it back before its time
 */
public record TierTerm(
        LocalDate from,
        Optional<LocalDate> until,
        String nameEn,
        String nameZh,
        String colour,
        int version,
        TierCause cause,
        Optional<LocalDate> dueOn,
        Optional<String> reason,
        Optional<String> by,
        Optional<Ended> ended) {

    /** That a tier given by hand was taken back. */
    public record Ended(LocalDate day, String reason, String by) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
