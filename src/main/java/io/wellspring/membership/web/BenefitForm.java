package io.wellspring.membership.web;

import io.wellspring.membership.Benefit;
import io.wellspring.membership.BenefitKind;
import io.wellspring.membership.BenefitTerms;
import io.wellspring.membership.BenefitUnclear;
import io.wellspring.membership.ClaimPoints;
import io.wellspring.membership.Quota;
import io.wellspring.membership.QuotaPeriod;
import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a benefit.
 *
 * @param edition of the benefit, as it was when the form was opened
 */
record BenefitForm(
        @Nullable String kind,
        @Nullable String nameEn,
        @Nullable String nameZh,
        @Nullable String description,
        @Nullable String cost,
        @Nullable String points,
        @Nullable String pointsDays,
        @Nullable String quota,
        @Nullable String period,
        @Nullable String activeFrom,
        @Nullable String activeUntil,
        @Nullable String edition) {

    static BenefitForm empty(LocalDate today) {
        return new BenefitForm(
                BenefitKind.PRIVILEGE.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                QuotaPeriod.MONTH.name(),
                today.toString(),
                "",
                "");
    }

    static BenefitForm of(Benefit benefit, Currency currency) {
        BenefitTerms terms = benefit.terms();
        return new BenefitForm(
                terms.kind().name(),
                terms.nameEn(),
                terms.nameZh(),
                terms.description(),
                terms.cost().in(currency).toPlainString(),
                terms.points().map(points -> String.valueOf(points.number())).orElse(""),
                terms.points().flatMap(ClaimPoints::days).map(String::valueOf).orElse(""),
                terms.quota().map(quota -> String.valueOf(quota.times())).orElse(""),
                terms.quota().map(quota -> quota.period().name()).orElse(QuotaPeriod.MONTH.name()),
                terms.activeFrom().toString(),
                terms.activeUntil().map(LocalDate::toString).orElse(""),
                Integer.toString(benefit.edition()));
    }

    /** The edition whoever typed has seen; one that never was, if the form does not say. */
    int seen() {
        return text(edition).matches("\\d{1,9}") ? Integer.parseInt(text(edition)) : 0;
    }

    /** @throws BenefitUnclear if something cannot be read, or is out of range */
    BenefitTerms terms(Currency currency) {
        BenefitKind chosen = choice(BenefitKind.class, kind, "kind");
        return new BenefitTerms(
                chosen,
                text(nameEn),
                text(nameZh),
                text(description),
                money(currency),
                bringing(),
                number(quota, "quota")
                        .map(times -> new Quota(
                                (int) Math.min(times, Integer.MAX_VALUE), choice(QuotaPeriod.class, period, "period"))),
                day(activeFrom, "activeFrom").orElseThrow(() -> BenefitUnclear.unreadable("activeFrom")),
                day(activeUntil, "activeUntil"));
    }

    private Optional<ClaimPoints> bringing() {
        Optional<Long> days = number(pointsDays, "pointsDays");
        Optional<ClaimPoints> bringing = number(points, "points")
                .map(number -> new ClaimPoints(number, days.map(many -> (int) Math.min(many, Integer.MAX_VALUE))));
        if (days.isPresent() && bringing.isEmpty()) {
            throw BenefitUnclear.points();
        }
        return bringing;
    }

    private Money money(Currency currency) {
        if (text(cost).isEmpty()) {
            return Money.ZERO;
        }
        try {
            return TypedNumber.bare(text(cost))
                    .map(number -> Money.of(new BigDecimal(number), currency))
                    .orElseThrow(() -> BenefitUnclear.unreadable("cost"));
        } catch (ArithmeticException e) {
            throw BenefitUnclear.unreadable("cost");
        }
    }

    private static Optional<Long> number(@Nullable String typed, String field) {
        if (text(typed).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TypedNumber.bare(text(typed))
                .filter(number -> number.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElseThrow(() -> BenefitUnclear.unreadable(field)));
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field) {
        try {
            return text(typed).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(typed)));
        } catch (DateTimeParseException e) {
            throw BenefitUnclear.unreadable(field);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> kinds, @Nullable String typed, String field) {
        try {
            return Enum.valueOf(kinds, text(typed));
        } catch (IllegalArgumentException e) {
            throw BenefitUnclear.unreadable(field);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
