package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a benefit is and how often it can be claimed.
 *
 * @param cost what one claim costs us
 * @param points what points a claim brings, for {@link BenefitKind#POINTS} and no other
 * @param quota how often one user may claim it; empty is without limit
 * @param activeFrom the first business day it can be claimed
 * @param activeUntil the last one; empty is open
 * @throws BenefitUnclear if something is out of range or contradicts the rest
 */
public record BenefitTerms(
        BenefitKind kind,
        String nameEn,
        String nameZh,
        String description,
        Money cost,
        Optional<ClaimPoints> points,
        Optional<Quota> quota,
        LocalDate activeFrom,
        Optional<LocalDate> activeUntil) {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_DESCRIPTION = 500;
    static final long MOST_COST = 100_000_000_000L;

    public BenefitTerms {
        nameEn = nameEn.strip();
        nameZh = nameZh.strip();
        description = description.strip();
        BenefitUnclear.unlessShort("nameEn", nameEn, 1, LONGEST_NAME);
        BenefitUnclear.unlessShort("nameZh", nameZh, 1, LONGEST_NAME);
        BenefitUnclear.unlessShort("description", description, 0, LONGEST_DESCRIPTION);
        BenefitUnclear.unlessWithin("cost", cost.minor(), 0, MOST_COST);
        if ((kind == BenefitKind.POINTS) != points.isPresent()) {
            throw BenefitUnclear.points();
        }
        if (activeFrom.getYear() < 1900 || activeFrom.getYear() >= 2200) {
            throw BenefitUnclear.days("activeFrom");
        }
        if (activeUntil
                .filter(last -> last.isBefore(activeFrom) || last.getYear() >= 2200)
                .isPresent()) {
            throw BenefitUnclear.days("activeUntil");
        }
    }

    /** What it is called in both languages, for what is written once and read in either. */
    String names() {
        return nameEn.equals(nameZh) ? nameEn : nameEn + " · " + nameZh;
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
