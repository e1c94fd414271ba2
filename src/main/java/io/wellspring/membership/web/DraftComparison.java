package io.wellspring.membership.web;

import io.wellspring.membership.AtDue;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.Tier;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.SideBySide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where one programme is not as another: what somebody else has kept and what was typed, or two versions; in the reader's words. */
@Component
@RequiredArgsConstructor
class DraftComparison {

    private final MessageSource messages;
    private final RuleWords words;
    private final Format format;

    /** @param benefitNames what each benefit is called */
    List<SideBySide.Field> of(
            ProgrammeTerms stored, ProgrammeTerms typed, Map<Long, String> benefitNames, Locale locale) {
        SideBySide sides = new SideBySide(messages, locale)
                .text("tiers.field.reachWindow", words.of(stored.reach(), locale), words.of(typed.reach(), locale))
                .text("tiers.field.keepWindow", words.of(stored.keep(), locale), words.of(typed.keep(), locale))
                .text("tiers.field.refunds", refunds(stored, locale), refunds(typed, locale))
                .text("tiers.field.orderFactor", factor(stored), factor(typed))
                .text("tiers.title", names(stored, locale), names(typed, locale));
        for (Tier tier : stored.tiers()) {
            ofNumber(tier.number(), typed).ifPresent(other -> {
                Map<String, String> there = said(tier, stored, benefitNames, locale);
                Map<String, String> here = said(other, typed, benefitNames, locale);
                there.forEach((label, text) -> sides.named(
                        text("tiers.field.of", locale, tier.name(locale), text(label, locale)), text, here.get(label)));
            });
        }
        return sides.text("tiers.activities", activities(stored, locale), activities(typed, locale))
                .fields();
    }

    /** What is said of a tier, by the messages that name it. */
    private Map<String, String> said(Tier tier, ProgrammeTerms terms, Map<Long, String> benefitNames, Locale locale) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("tiers.field.nameEn", tier.nameEn());
        said.put("tiers.field.nameZh", tier.nameZh());
        said.put("tiers.field.colour", tier.colour());
        said.put("tiers.entry", words.of(tier.entry(), locale));
        said.put("tiers.keep", keep(tier, locale));
        said.put("tiers.validity", validity(tier, locale));
        said.put("tiers.field.atDue", atDue(tier, terms, locale));
        said.put("tiers.field.multiplier", format.decimal(tier.multiplier(), 2));
        said.put(
                "benefits.title",
                terms.grants().of(tier.number()).stream()
                        .sorted()
                        .map(benefitNames::get)
                        .collect(Collectors.joining(" · ")));
        return said;
    }

    private String keep(Tier tier, Locale locale) {
        if (tier.isBase()) {
            return "";
        }
        return tier.keep().isOpen() ? text("tiers.keep.as-entry", locale) : words.of(tier.keep(), locale);
    }

    private String validity(Tier tier, Locale locale) {
        return tier.validityMonths()
                .map(months -> text("tiers.months", locale, months))
                .orElseGet(() -> text("tiers.for-good", locale));
    }

    private String atDue(Tier tier, ProgrammeTerms terms, Locale locale) {
        if (tier.isBase()) {
            return "";
        }
        String down = text("tiers.at-due." + tier.atDue(), locale);
        String then = text("tiers.grace.then", locale, text("tiers.grace", locale, tier.graceDays()), down);
        return tier.atDue() == AtDue.FLOOR
                ? text(
                        "tiers.field.of",
                        locale,
                        then,
                        terms.tiers().get(tier.floorRank() - 1).name(locale))
                : then;
    }

    private String activities(ProgrammeTerms terms, Locale locale) {
        return terms.activities().stream().map(rule -> words.of(rule, locale)).collect(Collectors.joining("; "));
    }

    private String refunds(ProgrammeTerms terms, Locale locale) {
        return text("tiers.refunds." + terms.refunds(), locale);
    }

    private String factor(ProgrammeTerms terms) {
        return format.decimal(terms.orderFactor(), 4);
    }

    /** The tiers there are, the lowest first. */
    private static String names(ProgrammeTerms terms, Locale locale) {
        return terms.tiers().stream().map(tier -> tier.name(locale)).collect(Collectors.joining(" · "));
    }

    private static Optional<Tier> ofNumber(int number, ProgrammeTerms terms) {
        return terms.tiers().stream().filter(tier -> tier.number() == number).findFirst();
    }

    private String text(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, facts, locale);
    }
}
