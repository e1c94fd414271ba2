package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Something tiers grant.
 *
 * @param retired whether managers took it out of use; what was claimed stays
 * @param edition counts what people changed about it
 */
public record Benefit(long id, BenefitTerms terms, boolean retired, int edition) {

    /** Whether it can be claimed on a business day, by whom a tier grants it. */
    public boolean activeOn(LocalDate day) {
        return !retired
                && !day.isBefore(terms.activeFrom())
                && terms.activeUntil().filter(day::isAfter).isEmpty();
    }

    public String name(Locale locale) {
        return terms.name(locale);
    }
}
