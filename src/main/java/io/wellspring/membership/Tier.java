package io.wellspring.membership;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A tier of one version of the programme.
 *
 * @param id its number in this version; 0 while it is not kept yet
 * @param number which tier it is through all versions
 * @param rank 1 is the lowest, which everybody has
 * @param keep what keeps it at the due date; open means the rule for entry
 * @param validityMonths how long a term lasts; empty is for good
 * @param graceDays how long after the due date what keeps it still counts
 * @param floorRank how deep one may fall at the due date, where {@link AtDue#FLOOR} says so
 */
public record Tier(
        long id,
        int number,
        int rank,
        String nameEn,
        String nameZh,
        String colour,
        TierRule entry,
        TierRule keep,
        Optional<Integer> validityMonths,
        int graceDays,
        AtDue atDue,
        int floorRank,
        BigDecimal multiplier) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }

    public boolean isBase() {
        return rank == 1;
    }

    Tier ranked(int newRank) {
        return new Tier(
                id,
                number,
                newRank,
                nameEn,
                nameZh,
                colour,
                entry,
                keep,
                validityMonths,
                graceDays,
                atDue,
                Math.min(floorRank, newRank),
                multiplier);
    }
}
