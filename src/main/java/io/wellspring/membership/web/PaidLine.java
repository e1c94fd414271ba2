package io.wellspring.membership.web;

import io.wellspring.membership.PaidTerm;
import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A paid term on the page of its user, with what can be done to it.
 *
 * @param renewable whether it is the last of its plan
 */
record PaidLine(PaidTerm term, PaidTerm.State state, boolean renewable, boolean refundable, boolean endable) {

    static List<PaidLine> of(List<PaidTerm> terms, LocalDate asOf) {
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
                        term.goesOnAfter(asOf)))
                .toList();
    }
}
