package io.wellspring.points;

import io.wellspring.points.ExpiryPolicy.OnDay;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule gives, and when.
 *
 * @param firstBonus what comes on top the first time
 * @param birthdayPercent what a birthday makes of it; 100 is as on every day
 * @param availableAfter how many days later the points can be spent
 * @param validFrom the first business day whose facts it looks at
 * @param validUntil the last one
 * @param segments users who were in one of them when it happened; none is everybody; in the order of their numbers
 * @throws RuleUnfit if a number is out of range
 * @throws RuleDaysUnclear if it ends before it begins, or gives points that would be over already
 */
public record EarningTerms(
        EarningBasis basis,
        long firstBonus,
        int birthdayPercent,
        EarningLimits limits,
        int availableAfter,
        ExpiryPolicy expiry,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        Set<Long> segments) {

    public EarningTerms {
        segments = Collections.unmodifiableSortedSet(new TreeSet<>(segments));
        RuleUnfit.unlessWithin("firstBonus", firstBonus, 0, EarningBasis.MOST);
        RuleUnfit.unlessWithin("birthdayPercent", birthdayPercent, 100, 1000);
        RuleUnfit.unlessWithin("availableAfter", availableAfter, 0, 365);
        if (validFrom.getYear() < 1900 || validFrom.getYear() >= 2200) {
            throw new RuleDaysUnclear("validFrom");
        }
        if (validUntil
                .filter(last -> last.isBefore(validFrom) || last.getYear() >= 2200)
                .isPresent()) {
            throw new RuleDaysUnclear("validUntil");
        }
        if (expiry instanceof OnDay on
                && validUntil
                        .map(last -> last.plusDays(availableAfter).isAfter(on.day()))
                        .orElse(true)) {
            throw new RuleDaysUnclear("expiryDay");
        }
    }

    /** For everybody. */
    public EarningTerms(
            EarningBasis basis,
            long firstBonus,
            int birthdayPercent,
            EarningLimits limits,
            int availableAfter,
            ExpiryPolicy expiry,
            LocalDate validFrom,
            Optional<LocalDate> validUntil) {
        this(basis, firstBonus, birthdayPercent, limits, availableAfter, expiry, validFrom, validUntil, Set.of());
    }

    /**
     * The first day from which on what happens gives points that can still be spent on a day, where facts of an earlier one are looked at
     * too; points for those are over as soon as they are given.
     */
    public Optional<LocalDate> stillGoodFrom(LocalDate on) {
        return expiry.stillGoodFrom(on)
                .map(day -> day.minusDays(availableAfter))
                .filter(validFrom::isBefore);
    }

    /** The same, for what happens on one day. */
    EarningTerms onlyOn(LocalDate day) {
        return new EarningTerms(
                basis, firstBonus, birthdayPercent, limits, availableAfter, expiry, day, Optional.of(day), segments);
    }

    /** The same, for who was in one of some segments when it happened. */
    public EarningTerms onlyFor(Set<Long> segments) {
        return new EarningTerms(
                basis, firstBonus, birthdayPercent, limits, availableAfter, expiry, validFrom, validUntil, segments);
    }
}
