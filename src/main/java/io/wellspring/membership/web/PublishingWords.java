package io.wellspring.membership.web;

import io.wellspring.membership.Programme;
import io.wellspring.shared.web.Format;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What publishing a version comes to, in the reader’s words. */
@Component
@RequiredArgsConstructor
class PublishingWords {

    private final RuleWords rules;
    private final MessageSource messages;
    private final Format format;

    /**
     * The published versions, the newest first.
     *
     * @param from the day a version published again would decide from
     */
    List<VersionLine> lines(List<Programme> versions, LocalDate from, Locale locale) {
        return versions.stream()
                .filter(version -> !version.isDraft())
                .map(version -> new VersionLine(
                        version, never(version, versions, locale), question(version, versions, from, locale)))
                .toList();
    }

    /** Which versions will never decide if one is published that decides from a day on. */
    List<String> forestalled(List<Programme> versions, LocalDate from, Locale locale) {
        return Programme.forestalledFrom(from, versions).stream()
                .map(version -> say("tiers.publish.forestalls", locale, version.version(), day(version)))
                .toList();
    }

    /** What whoever publishes a draft ought to know: tiers nobody can earn, and versions that are still to come. */
    List<String> notes(Programme draft, List<Programme> versions, LocalDate earliest, Locale locale) {
        Stream<String> toCome = Programme.forestalledFrom(earliest, versions).stream()
                .map(version -> say("tiers.publish.to-come", locale, version.version(), day(version)));
        return Stream.concat(outdone(draft, locale), toCome).toList();
    }

    private Stream<String> outdone(Programme version, Locale locale) {
        return version.terms().outdone().stream()
                .map(one -> say(
                        "tiers.publish.outdone",
                        locale,
                        one.tier().name(locale),
                        rules.of(one.tier().entry(), locale),
                        one.by().name(locale),
                        rules.of(one.by().entry(), locale)));
    }

    private Optional<String> never(Programme version, List<Programme> versions, Locale locale) {
        return version.forestalledBy(versions)
                .map(other -> say(
                        other.effectiveOn().equals(version.effectiveOn())
                                ? "tiers.version.replaced"
                                : "tiers.version.never",
                        locale,
                        other.version()));
    }

    private String question(Programme version, List<Programme> versions, LocalDate from, Locale locale) {
        String whether = say("tiers.roll-back.confirm", locale, version.version(), format.date(from));
        return Stream.of(Stream.of(whether), forestalled(versions, from, locale).stream(), outdone(version, locale))
                .flatMap(Function.identity())
                .collect(Collectors.joining(" "));
    }

    private String day(Programme version) {
        return version.effectiveOn().map(format::date).orElse("");
    }

    private String say(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, Stream.of(facts).map(String::valueOf).toArray(), locale);
    }
}
