package io.wellspring.membership.web;

import io.wellspring.membership.ActivityRule;
import io.wellspring.membership.AtDue;
import io.wellspring.membership.CountingWindow;
import io.wellspring.membership.Join;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.ProgrammeUnclear;
import io.wellspring.membership.RefundRule;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierRule;
import io.wellspring.membership.WindowKind;
import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Reads a draft from a form; what cannot be read becomes an error of its field. */
@RequiredArgsConstructor
class FormReading {

    private static final long MOST = 1_000_000_000_000L;

    private final ProgrammeForm form;
    private final Currency currency;

    /** Empty if something cannot be read, which then is in the form's errors. */
    Optional<ProgrammeTerms> terms() {
        List<Tier> tiers = IntStream.range(0, form.numbers().size())
                .mapToObj(i -> tier(form.numbers().get(i), i + 1))
                .toList();
        CountingWindow reach = new CountingWindow(choice("reachWindow", WindowKind.ROLLING), days("reachDays"));
        CountingWindow keep = new CountingWindow(choice("keepWindow", WindowKind.ROLLING), days("keepDays"));
        RefundRule refunds = choice("refunds", RefundRule.AT_DUE);
        BigDecimal factor = decimal("orderFactor", 4, 1000).orElse(BigDecimal.ZERO);
        List<ActivityRule> activities = IntStream.range(0, ProgrammeForm.ACTIVITIES)
                .filter(i -> form.filled("a" + i + "-type").isPresent())
                .mapToObj(i -> activity("a" + i + "-"))
                .toList();
        if (!form.errors().isEmpty()) {
            return Optional.empty();
        }
        try {
            ProgrammeTerms terms = new ProgrammeTerms(reach, keep, refunds, factor, activities, tiers, form.grants());
            refuseNames(terms, Locale.ENGLISH, "nameEn");
            refuseNames(terms, Locale.CHINESE, "nameZh");
            return form.errors().isEmpty() ? Optional.of(terms) : Optional.empty();
        } catch (ProgrammeUnclear refusal) {
            form.errors().put(refusal.field().orElseThrow(), refusal.messageCode());
            return Optional.empty();
        }
    }

    private void refuseNames(ProgrammeTerms terms, Locale locale, String field) {
        terms.namedAlike(locale)
                .forEach(tier ->
                        form.errors().put("t" + tier.number() + "-" + field, "refusal.ProgrammeUnclear.same-name"));
    }

    private Tier tier(int number, int rank) {
        String prefix = "t" + number + "-";
        boolean base = rank == 1;
        return new Tier(
                0,
                number,
                rank,
                name(prefix + "nameEn"),
                name(prefix + "nameZh"),
                colour(prefix + "colour"),
                base ? TierRule.NONE : rule(prefix + "entry-"),
                base ? TierRule.NONE : rule(prefix + "keep-"),
                base ? Optional.empty() : whole(prefix + "months", 1, 120).map(Long::intValue),
                base ? 0 : whole(prefix + "grace", 0, 180).map(Long::intValue).orElse(0),
                choice(prefix + "atDue", AtDue.ONE_STEP),
                Math.min(
                        rank, whole(prefix + "floor", 1, 12).map(Long::intValue).orElse(1)),
                decimal(prefix + "multiplier", 2, 99).orElse(BigDecimal.ONE));
    }

    private TierRule rule(String prefix) {
        return new TierRule(
                choice(prefix + "join", Join.ALL),
                whole(prefix + "growth", 1, MOST),
                decimal(prefix + "spend", Math.max(0, currency.getDefaultFractionDigits()), MOST)
                        .filter(amount -> amount.signum() > 0)
                        .map(amount -> Money.of(amount, currency)),
                whole(prefix + "orders", 1, 1_000_000).map(Long::intValue),
                whole(prefix + "active", 1, 3650).map(Long::intValue));
    }

    private ActivityRule activity(String prefix) {
        Optional<Long> growth = whole(prefix + "growth", 1, 1_000_000);
        if (growth.isEmpty()) {
            form.errors().putIfAbsent(prefix + "growth", "tiers.unreadable");
        }
        if (form.value(prefix + "type").length() > 60) {
            form.errors().put(prefix + "type", "tiers.unreadable");
        }
        return new ActivityRule(
                form.value(prefix + "type"),
                growth.map(Long::intValue).orElse(1),
                whole(prefix + "daily", 1, 1_000_000_000).map(Long::intValue),
                whole(prefix + "monthly", 1, 1_000_000_000).map(Long::intValue));
    }

    private int days(String field) {
        return whole(field, 1, 3650).map(Long::intValue).orElse(365);
    }

    private String name(String field) {
        String name = form.value(field);
        if (name.isEmpty() || name.length() > 40) {
            form.errors().put(field, "tiers.unreadable-name");
        }
        return name;
    }

    private String colour(String field) {
        String colour = form.value(field).toLowerCase(Locale.ROOT);
        if (!colour.matches("#[0-9a-f]{6}")) {
            form.errors().put(field, "tiers.unreadable");
        }
        return colour;
    }

    private <E extends Enum<E>> E choice(String field, E otherwise) {
        return form.filled(field)
                .map(text -> {
                    try {
                        return Enum.valueOf(otherwise.getDeclaringClass(), text);
                    } catch (IllegalArgumentException e) {
                        form.errors().put(field, "tiers.unreadable");
                        return otherwise;
                    }
                })
                .orElse(otherwise);
    }

    private Optional<Long> whole(String field, long least, long most) {
        Optional<String> typed = form.filled(field);
        Optional<Long> number = typed.flatMap(TypedNumber::bare)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
        if (typed.isPresent()
                && number.filter(value -> value >= least && value <= most).isEmpty()) {
            form.errors().put(field, "tiers.unreadable");
            return Optional.empty();
        }
        return number;
    }

    private Optional<BigDecimal> decimal(String field, int digits, long most) {
        Optional<String> typed = form.filled(field);
        Optional<BigDecimal> number = typed.flatMap(TypedNumber::bare)
                .filter(text -> text.matches("\\d{1,15}(\\.\\d{1,6})?"))
                .map(BigDecimal::new);
        if (typed.isPresent()
                && number.filter(value -> value.compareTo(BigDecimal.valueOf(most)) <= 0
                                && value.stripTrailingZeros().scale() <= digits)
                        .isEmpty()) {
            form.errors().put(field, "tiers.unreadable");
            return Optional.empty();
        }
        return number;
    }
}
