package io.wellspring.points.web;

import io.wellspring.points.Reward;
import io.wellspring.points.RewardTerms;
import io.wellspring.points.Supply;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a reward.
 *
 * @param edition of the reward, as it was when the form was opened
 * @param seenStock what was in stock then
 */
record RewardForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable String price,
        @Nullable Kind supply,
        @Nullable String stock,
        @Nullable String perUser,
        @Nullable String leastTier,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String edition,
        @Nullable String seenStock) {

    enum Kind {
        STOCK,
        CODES,
        UNLIMITED
    }

    static RewardForm empty(LocalDate today) {
        return new RewardForm("", "", "", Kind.STOCK, "", "", "", today.toString(), "", "", "");
    }

    static RewardForm of(Reward reward) {
        RewardTerms terms = reward.terms();
        Kind kind =
                switch (terms.supply()) {
                    case Supply.Unlimited unlimited -> Kind.UNLIMITED;
                    case Supply.Stock stock -> Kind.STOCK;
                    case Supply.Codes codes -> Kind.CODES;
                };
        return new RewardForm(
                terms.name(),
                terms.description(),
                Long.toString(terms.price()),
                kind,
                terms.supply() instanceof Supply.Stock stock ? Long.toString(stock.left()) : "",
                terms.perUser().map(String::valueOf).orElse(""),
                terms.leastTier().map(String::valueOf).orElse(""),
                terms.validFrom().toString(),
                terms.validUntil().map(LocalDate::toString).orElse(""),
                Integer.toString(reward.edition()),
                reward.seen().stock().map(String::valueOf).orElse(""));
    }

    /** Which reward whoever typed has seen; one that never was, if the form does not say. */
    Reward.Seen seen() {
        Optional<Long> stock = Optional.of(text(seenStock))
                .filter(text -> text.matches("\\d{1,10}"))
                .map(Long::valueOf);
        return new Reward.Seen(Typed.small(text(edition)), stock);
    }

    /** The same, to be saved over what the reward says by now. A stock that nobody typed anew is the one there is. */
    RewardForm over(RewardForm there) {
        boolean untouched = text(stock).equals(text(seenStock));
        return new RewardForm(
                name,
                description,
                price,
                supply,
                untouched ? there.stock() : stock,
                perUser,
                leastTier,
                validFrom,
                validUntil,
                there.edition(),
                there.seenStock());
    }

    RewardTerms terms() {
        return new RewardTerms(
                text(name),
                text(description),
                Typed.number(text(price)),
                supplied(),
                limit(perUser),
                limit(leastTier),
                day(validFrom, "validFrom").orElseThrow(() -> new FieldUnclear("validFrom")),
                day(validUntil, "validUntil"));
    }

    private Supply supplied() {
        if (supply == null) {
            throw new FieldUnclear("supply");
        }
        return switch (supply) {
            case STOCK -> new Supply.Stock(Typed.number(text(stock)));
            case CODES -> new Supply.Codes(0);
            case UNLIMITED -> new Supply.Unlimited();
        };
    }

    private static Optional<Integer> limit(@Nullable String typed) {
        return Optional.of(text(typed)).filter(text -> !text.isEmpty()).map(Typed::small);
    }

    private static Optional<LocalDate> day(@Nullable String typed, String field) {
        if (!Typed.isDay(text(typed))) {
            throw new FieldUnclear(field);
        }
        return Typed.day(text(typed));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
