package io.wellspring.membership.web;

import io.wellspring.membership.PaidTerm;
import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A paid term on the page of its user, with what can be done to it.
 *
 * @param renewable whether it is the last of its plan
 * @param tierFrom the day with whose evaluation the tier follows, where that is still to come
 */
record PaidLine(
        PaidTerm term,
        PaidTerm.State state,
        boolean renewable,
        boolean refundable,
        boolean endable,
        Optional<LocalDate> tierFrom) {

    /** @param evaluated the day everybody was evaluated last */
    static List<PaidLine> of(List<PaidTerm> terms, LocalDate asOf, Optional<LocalDate> evaluated) {
        return terms.stream()
                .map(term -> new PaidLine(
                        term,
                        term.state(asOf),
                        terms.stream()
                                .filter(other -> other.planId() == term.planId())
                                .max(PaidTerm.LATEST)
                                .filter(term::equals)
                                .isPresent(),
                        term.kept().compareTo(Money.ZERO) > 0,
                        term.goesOnAfter(asOf),
                        tierFrom(term, evaluated)))
                .toList();
    }

    private static Optional<LocalDate> tierFrom(PaidTerm term, Optional<LocalDate> evaluated) {
        return term.coversAnyDay() && evaluated.map(term.from()::isAfter).orElse(true)
                ? Optional.of(term.from())
                : Optional.empty();
    }
}
