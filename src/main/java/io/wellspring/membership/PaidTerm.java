package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A term that was paid for.
 *
 * @param id the start or renewal that paid for it
 * @param until the first day it no longer covers, a lapse or a refund considered
 * @param paidUntil the first day it would no longer have covered without them
 * @param endedBy what ended it before its time
 */
public record PaidTerm(
        long id,
        long planId,
        String nameEn,
        String nameZh,
        int tierNumber,
        LocalDate from,
        LocalDate until,
        LocalDate paidUntil,
        Money paid,
        Money givenBack,
        Optional<PaidKind> endedBy) {

    /** Of the terms of one plan, the one that is renewed: that which ends last, of those that cover a day, if one does. */
    public static final Comparator<PaidTerm> LATEST = Comparator.comparing(PaidTerm::coversAnyDay)
            .thenComparing(PaidTerm::until)
            .thenComparing(PaidTerm::id);

    /** Where a term stands on a day. */
    public enum State {
        TO_COME,
        RUNS,
        OVER,
        LAPSED,
        REFUNDED
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }

    public State state(LocalDate day) {
        if (endedBy.isPresent() && (!until.isAfter(day) || until.equals(from))) {
            return endedBy.get() == PaidKind.REFUND ? State.REFUNDED : State.LAPSED;
        }
        if (from.isAfter(day)) {
            return State.TO_COME;
        }
        return until.isAfter(day) ? State.RUNS : State.OVER;
    }

    /** A term that was ended before its first day was over covers none. */
    public boolean coversAnyDay() {
        return until.isAfter(from);
    }

    /** The last day it covers, if there is one. */
    public Optional<LocalDate> lastDay() {
        return coversAnyDay() ? Optional.of(until.minusDays(1)) : Optional.empty();
    }

    /** Whether it can still be ended on a day. */
    public boolean goesOnAfter(LocalDate day) {
        return endedBy.isEmpty() && until.isAfter(day);
    }

    /** What has not been given back. */
    public Money kept() {
        return paid.minus(givenBack);
    }
}
