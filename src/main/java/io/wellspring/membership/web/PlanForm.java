package io.wellspring.membership.web;

import io.wellspring.membership.Plan;
import io.wellspring.membership.PlanTerms;
import io.wellspring.membership.TermLength;
import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a plan. What cannot be read becomes what the plan refuses.
 *
 * @param edition of the plan, as it was when the form was opened
 */
record PlanForm(
        @Nullable String nameEn,
        @Nullable String nameZh,
        @Nullable String price,
        @Nullable String count,
        TermLength.@Nullable Unit unit,
        @Nullable String tier,
        @Nullable String edition) {

    static PlanForm empty() {
        return new PlanForm("", "", "", "1", TermLength.Unit.YEAR, "", "");
    }

    static PlanForm of(Plan plan, Currency currency) {
        PlanTerms terms = plan.terms();
        return new PlanForm(
                terms.nameEn(),
                terms.nameZh(),
                terms.price().in(currency).toPlainString(),
                Integer.toString(terms.term().count()),
                terms.term().unit(),
                Integer.toString(terms.tierNumber()),
                Integer.toString(plan.edition()));
    }

    /** The edition whoever typed has seen; one that never was, if the form does not say. */
    int seen() {
        return whole(text(edition));
    }

    PlanTerms terms(Currency currency) {
        return new PlanTerms(
                text(nameEn),
                text(nameZh),
                money(text(price), currency).orElse(new Money(-1)),
                new TermLength(whole(text(count)), unit == null ? TermLength.Unit.YEAR : unit),
                whole(text(tier)));
    }

    /** An amount as people type it; empty if it is none, or has more decimals than the currency. */
    static Optional<Money> money(String typed, Currency currency) {
        return TypedNumber.bare(typed)
                .filter(number -> number.matches("\\d{1,12}(\\.\\d{1,4})?"))
                .map(number -> new BigDecimal(number).stripTrailingZeros())
                .filter(amount -> amount.scale() <= Math.max(0, currency.getDefaultFractionDigits()))
                .map(amount -> Money.of(amount, currency));
    }

    private static int whole(String typed) {
        return TypedNumber.bare(typed)
                .filter(number -> number.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
