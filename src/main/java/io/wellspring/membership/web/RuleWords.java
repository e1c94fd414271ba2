package io.wellspring.membership.web;

import io.wellspring.membership.ActivityRule;
import io.wellspring.membership.CountingWindow;
import io.wellspring.membership.Join;
import io.wellspring.membership.TierRule;
import io.wellspring.membership.WindowKind;
import io.wellspring.shared.web.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rules of tiers in the reader's words. */
@Component("tierWords")
@RequiredArgsConstructor
class RuleWords {

    private final MessageSource messages;
    private final Format format;

    public String of(TierRule rule, Locale locale) {
        if (rule.isOpen()) {
            return text("tiers.rule.open", locale);
        }
        List<String> parts = Stream.of(
                        rule.growth().map(least -> text("tiers.rule.growth", locale, format.count(least))),
                        rule.spend().map(least -> text("tiers.rule.spend", locale, format.wholeMoney(least))),
                        rule.orders().map(least -> text("tiers.rule.orders", locale, least)),
                        rule.activeDays().map(least -> text("tiers.rule.active", locale, least)))
                .flatMap(Optional::stream)
                .toList();
        return parts.stream()
                .collect(
                        Collectors.joining(text(rule.join() == Join.ALL ? "tiers.rule.and" : "tiers.rule.or", locale)));
    }

    public String of(CountingWindow window, Locale locale) {
        return window.kind() == WindowKind.ROLLING
                ? text("tiers.window.rolling", locale, window.days())
                : text("tiers.window." + window.kind(), locale);
    }

    public String of(ActivityRule rule, Locale locale) {
        return text(
                "tiers.activity",
                locale,
                rule.type(),
                rule.growth(),
                rule.dailyCap().map(format::count).orElse("–"),
                rule.monthlyCap().map(format::count).orElse("–"));
    }

    private String text(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, facts, locale);
    }
}
