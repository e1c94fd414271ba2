package io.wellspring.profiles.web;

import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ListNarrowing;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.Refusal;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagGroup;
import io.wellspring.tags.TagName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The filters at work on the user list, in words. */
@Component
@RequiredArgsConstructor
class ListChips {

    private final TagBook tags;
    private final UserRows rows;
    private final List<ListNarrowing> narrowings;
    private final MessageSource messages;

    /** A filter at work, and the address without it. */
    record Chip(String text, String without) {}

    /** Everything that narrows the list, in the order in which it reads best. */
    List<Chip> of(UserListAddress address, RfmWords words, Locale locale) {
        Stream<Chip> searched = address.query().stream()
                .map(text -> new Chip(text("profiles.filter.q", locale, text), address.without("q")));
        Stream<Chip> filtered = address.values().entrySet().stream()
                .map(entry -> new Chip(
                        text(
                                "profiles.filter." + entry.getKey().parameter(),
                                locale,
                                meaning(entry.getKey(), entry.getValue(), words, locale)),
                        address.without(entry.getKey().parameter())));
        Stream<Chip> narrowed = narrowings.stream()
                .filter(one -> address.narrowings().containsKey(one.parameter()))
                .map(one -> new Chip(
                        described(one, address.narrowing(one.parameter()), locale), address.without(one.parameter())));
        return Stream.of(searched, narrowed, filtered).flatMap(part -> part).toList();
    }

    /** What to say of a list by a tag that is no longer there; empty if it is. */
    Optional<String> goneTag(UserListAddress address, Locale locale) {
        String value = address.value(ListField.TAG.parameter());
        boolean gone = value.matches("\\d+") && tags.find(Long.parseLong(value)).isEmpty()
                || value.startsWith("G") && groupName(value).isEmpty();
        return gone ? Optional.of(goneList(value, locale)) : Optional.empty();
    }

    private String goneList(String value, Locale locale) {
        return formerName(value)
                .map(tag -> text(
                        tag.gone() ? "profiles.tag.gone-list-named" : "profiles.tag.gone-list-merged",
                        locale,
                        tag.name()))
                .orElseGet(() -> text("profiles.tag.gone-list", locale));
    }

    /** A value that narrows, in words, also where what it speaks of is gone. */
    String described(ListNarrowing narrowing, String value, Locale locale) {
        try {
            return narrowing.described(value, locale);
        } catch (Refusal gone) {
            return text("profiles.filter.gone", locale);
        }
    }

    /** A value that filters, in words. */
    String meaning(ListField field, String value, RfmWords words, Locale locale) {
        return switch (field) {
            case CLASS, FROM_CLASS, GROUP -> words.ofCode(value);
            case STAGE ->
                Arrays.stream(value.split(",")).map(one -> stage(one, locale)).collect(Collectors.joining(", "));
            case STAGE_ON, STAGE_FROM -> {
                String[] parts = value.split("\\.");
                yield text("profiles.stage-on", locale, stage(parts[0], locale), parts[1]);
            }
            case STAGE_MOVE -> {
                String[] parts = value.split("\\.");
                yield text(
                        "profiles.stage-move",
                        locale,
                        stage(parts[0], locale),
                        stage(parts[1], locale),
                        parts[2],
                        parts[3]);
            }
            case SCORED -> text("profiles.scored." + value, locale);
            case TIER -> rows.tiers(locale).getOrDefault(Integer.valueOf(value), "#" + value);
            case R,
                    F,
                    M,
                    CHANNEL,
                    CITY,
                    ORDERS_MIN,
                    ORDERS_MAX,
                    REGISTERED_FROM,
                    REGISTERED_TO,
                    LAST_ORDER_FROM,
                    LAST_ORDER_TO -> value;
            case TAG -> tagged(value, locale);
        };
    }

    private String stage(String name, Locale locale) {
        return text("lifecycle.stage." + name, locale);
    }

    private String tagged(String value, Locale locale) {
        if (value.startsWith("G")) {
            return groupName(value)
                    .map(name -> text("profiles.tag.of-group", locale, name))
                    .orElseGet(() -> text("profiles.tag.gone", locale, value.substring(1)));
        }
        return value.matches("\\d+")
                ? tags.find(Long.parseLong(value))
                        .map(tag -> tag.tag().group() + " · " + tag.tag().name())
                        .orElseGet(() -> goneTagName(value, locale))
                : text("profiles.tag." + value, locale);
    }

    private String goneTagName(String value, Locale locale) {
        return formerName(value)
                .map(tag ->
                        text(tag.gone() ? "profiles.tag.gone-named" : "profiles.tag.gone-merged", locale, tag.name()))
                .orElseGet(() -> text("profiles.tag.gone", locale, value));
    }

    /** What a tag that is no longer there was called, or what it was merged into is. */
    private Optional<TagName> formerName(String value) {
        return value.matches("\\d+") ? Optional.ofNullable(tags.names().get(Long.parseLong(value))) : Optional.empty();
    }

    private Optional<String> groupName(String value) {
        return tags.groupNames().stream()
                .filter(group -> value.equals("G" + group.id()))
                .map(TagGroup::name)
                .findFirst();
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
