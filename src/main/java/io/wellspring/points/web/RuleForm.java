package io.wellspring.points.web;

import io.wellspring.points.EarningBasis;
import io.wellspring.points.EarningBasis.OneActivity;
import io.wellspring.points.EarningBasis.OrderAmount;
import io.wellspring.points.EarningLimits;
import io.wellspring.points.EarningRule;
import io.wellspring.points.EarningTerms;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of an earning rule.
 *
 * @param on what it looks at: {@code ORDER} or {@code ACTIVITY}
 * @param per for how much of an order the points are given
 * @param segments the numbers of those ticked
 * @param seen the newest version when the form was opened
 * @param past a first day that lies in the past, of which whoever typed was told what it means
 */
record RuleForm(
        @Nullable String name,
        @Nullable String on,
        @Nullable String activity,
        @Nullable String points,
        @Nullable String per,
        @Nullable String firstBonus,
        @Nullable String birthdayPercent,
        @Nullable String dayCap,
        @Nullable String monthCap,
        @Nullable String totalCap,
        @Nullable String availableAfter,
        PointsRequest.@Nullable Policy expiry,
        @Nullable String expiryNumber,
        @Nullable String expiryDay,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable List<String> segments,
        @Nullable String seen,
        @Nullable String past) {

    static RuleForm empty(LocalDate today) {
        return new RuleForm(
                "",
                "ORDER",
                "",
                "1",
                "1",
                "0",
                "100",
                "",
                "",
                "",
                "0",
                PointsRequest.Policy.END_OF_YEAR,
                "1",
                "",
                today.toString(),
                "",
                List.of(),
                "",
                "");
    }

    /** What a next version would say that is as the newest one, and decides from a day on. */
    static RuleForm next(EarningRule rule, LocalDate from, Currency currency) {
        return as(rule, rule.name(), from, Integer.toString(rule.latest().number()), currency);
    }

    /** What another rule would say that is as the newest version of one, has no name yet, and decides from a day on. */
    static RuleForm like(EarningRule rule, LocalDate from, Currency currency) {
        return as(rule, "", from, "", currency);
    }

    private static RuleForm as(EarningRule rule, String name, LocalDate from, String seen, Currency currency) {
        EarningTerms terms = rule.latest().terms();
        EarningBasis basis = terms.basis();
        ExpiryField expiry = ExpiryField.of(terms.expiry());
        return new RuleForm(
                name,
                basis instanceof OrderAmount ? "ORDER" : "ACTIVITY",
                basis instanceof OneActivity one ? one.type() : "",
                Long.toString(basis.points()),
                basis instanceof OrderAmount orders
                        ? orders.per().in(currency).stripTrailingZeros().toPlainString()
                        : "",
                Long.toString(terms.firstBonus()),
                Integer.toString(terms.birthdayPercent()),
                limit(terms.limits().perDay()),
                limit(terms.limits().perMonth()),
                limit(terms.limits().ever()),
                Integer.toString(terms.availableAfter()),
                expiry.policy(),
                expiry.number(),
                expiry.day(),
                from.toString(),
                terms.validUntil()
                        .filter(last -> !last.isBefore(from))
                        .map(LocalDate::toString)
                        .orElse(""),
                terms.segments().stream().map(String::valueOf).toList(),
                seen,
                "");
    }

    /** The newest version whoever typed has seen; one that never was, if the form does not say. */
    int seenVersion() {
        return Typed.small(text(seen));
    }

    /** Whether whoever typed was told what a first day means that lies in the past. */
    boolean knows(LocalDate day) {
        return day.toString().equals(past);
    }

    /** The same, once that was told. */
    RuleForm told(LocalDate day) {
        return with(text(seen), day.toString());
    }

    /** The same, to be saved after the newest version there is by now. */
    RuleForm over(EarningRule now) {
        return with(Integer.toString(now.latest().number()), text(past));
    }

    private RuleForm with(String newest, String told) {
        return new RuleForm(
                name,
                on,
                activity,
                points,
                per,
                firstBonus,
                birthdayPercent,
                dayCap,
                monthCap,
                totalCap,
                availableAfter,
                expiry,
                expiryNumber,
                expiryDay,
                validFrom,
                validUntil,
                segments,
                newest,
                told);
    }

    /** Whether a segment is ticked. */
    public boolean ticks(long segment) {
        return segments != null && segments.contains(Long.toString(segment));
    }

    /** A policy as a form has it. */
    record ExpiryField(PointsRequest.Policy policy, String number, String day) {

        static ExpiryField of(ExpiryPolicy policy) {
            return switch (policy) {
                case ExpiryPolicy.Never never -> new ExpiryField(PointsRequest.Policy.NEVER, "", "");
                case ExpiryPolicy.AfterDays after ->
                    new ExpiryField(PointsRequest.Policy.DAYS, Integer.toString(after.days()), "");
                case ExpiryPolicy.EndOfMonth end ->
                    new ExpiryField(PointsRequest.Policy.END_OF_MONTH, Integer.toString(end.months()), "");
                case ExpiryPolicy.EndOfYear end ->
                    new ExpiryField(PointsRequest.Policy.END_OF_YEAR, Integer.toString(end.years()), "");
                case ExpiryPolicy.OnDay on ->
                    new ExpiryField(PointsRequest.Policy.ON_DAY, "", on.day().toString());
            };
        }
    }

    EarningTerms terms(Currency currency) {
        return new EarningTerms(
                basis(currency),
                number(firstBonus, 0),
                small(birthdayPercent, 100),
                new EarningLimits(limit(dayCap), limit(monthCap), limit(totalCap)),
                small(availableAfter, 0),
                policy(),
                day(validFrom, "validFrom").orElseThrow(() -> new FieldUnclear("validFrom")),
                day(validUntil, "validUntil"),
                limitedTo());
    }

    private Set<Long> limitedTo() {
        List<String> ticked = segments == null ? List.of() : segments;
        if (!ticked.stream().allMatch(one -> one.matches("\\d{1,18}"))) {
            throw new FieldUnclear("segments");
        }
        return ticked.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private EarningBasis basis(Currency currency) {
        return "ACTIVITY".equals(on)
                ? new OneActivity(text(activity), Typed.number(text(points)))
                : new OrderAmount(Typed.number(text(points)), money(currency));
    }

    private Money money(Currency currency) {
        try {
            return Money.of(Typed.amount(text(per)).orElseThrow(() -> new FieldUnclear("per")), currency);
        } catch (ArithmeticException e) {
            throw new FieldUnclear("per");
        }
    }

    /** What does not belong to the kind of expiry that was chosen is not looked at. */
    private ExpiryPolicy policy() {
        PointsRequest.Policy chosen = Optional.ofNullable(expiry).orElseThrow(() -> new FieldUnclear("expiry"));
        return switch (chosen) {
            case NEVER -> new ExpiryPolicy.Never();
            case DAYS -> new ExpiryPolicy.AfterDays(Typed.small(text(expiryNumber)));
            case END_OF_MONTH -> new ExpiryPolicy.EndOfMonth(Typed.small(text(expiryNumber)));
            case END_OF_YEAR -> new ExpiryPolicy.EndOfYear(Typed.small(text(expiryNumber)));
            case ON_DAY ->
                new ExpiryPolicy.OnDay(day(expiryDay, "expiryDay").orElseThrow(() -> new FieldUnclear("expiryDay")));
        };
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field) {
        if (!Typed.isDay(text(typed))) {
            throw new FieldUnclear(field);
        }
        return Typed.day(text(typed));
    }

    private static long number(@Nullable String typed, long usual) {
        return text(typed).isEmpty() ? usual : Typed.number(text(typed));
    }

    private static int small(@Nullable String typed, int usual) {
        return text(typed).isEmpty() ? usual : Typed.small(text(typed));
    }

    private static Optional<Long> limit(@Nullable String typed) {
        return Optional.of(text(typed)).filter(text -> !text.isEmpty()).map(Typed::number);
    }

    private static String limit(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse("");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
