package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A benefit somebody got.
 *
 * @param tierId the tier that granted it, of its version
 * @param tierEn its name; a dash where its version is gone
 * @param day the business day
 * @param cost what it cost when it was claimed
 * @param points how many points it brought; empty if it is not about points
 * @param by who recorded it
 * @param undoing what took it back, if anything did
 */
public record Claim(
        long id,
        UserId user,
        long benefit,
        String nameEn,
        String nameZh,
        long tierId,
        String tierEn,
        String tierZh,
        LocalDate day,
        Instant at,
        Money cost,
        Optional<Long> points,
        String by,
        Optional<Undoing> undoing) {

    /** The entry that took a claim back. */
    public record Undoing(long entry, Instant at, String reason, String by) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }

    public String tierName(Locale locale) {
        return locale.getLanguage().equals("zh") ? tierZh : tierEn;
    }
}
