package io.wellspring.profiles.web;

import io.wellspring.lifecycle.Stage;
import io.wellspring.profiles.ListField;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.web.Choices;
import io.wellspring.shared.web.Choices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the user list offers to be narrowed to, each with one of some values. */
@Component
@RequiredArgsConstructor
class ListFilters {

    private final MessageSource messages;

    /** A filter: its parameter, what it is called, and its values; of none nothing is chosen. */
    record Filter(String name, String label, Choices choices) {}

    /**
     * @param tiers what tiers are called, by their numbers
     * @param channels those users came by
     */
    List<Filter> of(
            UserListAddress address, RfmWords words, Map<Integer, String> tiers, List<String> channels, Locale locale) {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter(
                ListField.CLASS,
                address,
                "profiles.class",
                "profiles.class.any",
                Stream.concat(
                        RfmClass.ALL.stream().map(one -> new Choice(one.code(), words.of(one))),
                        Stream.of(new Choice("NONE", words.ofCode("NONE")))),
                locale));
        filters.add(filter(
                ListField.GROUP,
                address,
                "profiles.group",
                "profiles.group.any",
                RfmGroup.ALL.stream().map(one -> new Choice(one.name(), words.of(one))),
                locale));
        String stage = address.value(ListField.STAGE.parameter());
        filters.add(filter(
                ListField.STAGE,
                address,
                "profiles.stage",
                "profiles.stage.any",
                Stream.concat(
                        Stage.ALL.stream().map(one -> new Choice(one.name(), text("lifecycle.stage." + one, locale))),
                        stage.contains(",")
                                ? Stream.of(new Choice(stage, text("profiles.stage.several", locale)))
                                : Stream.empty()),
                locale));
        if (!tiers.isEmpty()) {
            filters.add(filter(
                    ListField.TIER,
                    address,
                    "profiles.column.tier",
                    "profiles.tier.any",
                    tiers.entrySet().stream()
                            .map(tier -> new Choice(tier.getKey().toString(), tier.getValue())),
                    locale));
        }
        if (channels.size() > 1) {
            filters.add(filter(
                    ListField.CHANNEL,
                    address,
                    "profiles.channel",
                    "profiles.channel.any",
                    channels.stream().map(one -> new Choice(one, one)),
                    locale));
        }
        return filters;
    }

    private Filter filter(
            ListField field, UserListAddress address, String label, String any, Stream<Choice> choices, Locale locale) {
        return new Filter(
                field.parameter(),
                text(label, locale),
                new Choices(
                        Stream.concat(Stream.of(new Choice("", text(any, locale))), choices)
                                .toList(),
                        address.value(field.parameter())));
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
