package io.wellspring.profiles.web;

import io.wellspring.profiles.NobodyTicked;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.rfm.RfmModels;
import io.wellspring.shared.UserId;
import io.wellspring.users.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Users of the list that something is to be done to: those ticked, or all it lets through. */
@Component
@RequiredArgsConstructor
class ListChoices {

    /** Says that only those ticked are meant, though they may be none. */
    private static final String TICKED = "ticked";

    private final ProfileSearch search;
    private final UserDirectory users;
    private final UserListAddresses addresses;
    private final ListChips chips;
    private final RfmModels models;
    private final MessageSource messages;

    /**
     * Who was chosen.
     *
     * @param address the list they were chosen from
     * @param ticked the users ticked in it; none means all the list lets through
     */
    record Chosen(UserListAddress address, List<UserId> ticked) {

        public String back() {
            return address.first();
        }

        /** Everything that says who, for hidden fields. */
        public Map<String, String> parameters() {
            return address.parameters();
        }
    }

    Chosen read(MultiValueMap<String, String> parameters) {
        List<UserId> ticked = parameters.getOrDefault("user", List.of()).stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new UserId(Long.parseLong(id)))
                .toList();
        if (parameters.containsKey(TICKED) && ticked.isEmpty()) {
            throw new NobodyTicked();
        }
        return new Chosen(addresses.read(parameters.toSingleValueMap()), ticked);
    }

    /**
     * How many they are.
     *
     * @throws io.wellspring.profiles.UnreadableFilter if the list's address means nothing
     */
    long count(Chosen chosen) {
        return chosen.ticked().isEmpty()
                ? search.totals(filter(chosen)).users()
                : chosen.ticked().size();
    }

    /** Who they are and how many, in words. */
    String said(Chosen chosen, Locale locale) {
        long many = count(chosen);
        if (!chosen.ticked().isEmpty()) {
            return messages.getMessage("profiles.chosen.ticked", new Object[] {many}, locale);
        }
        String filters = filters(chosen, locale);
        return filters.isEmpty()
                ? messages.getMessage("profiles.chosen.everybody", new Object[] {many}, locale)
                : messages.getMessage("profiles.chosen.all-of", new Object[] {many, filters}, locale);
    }

    /** What the list they were chosen from is narrowed to, in words; empty if it is all there are. */
    String filters(Chosen chosen, Locale locale) {
        return chips.of(chosen.address(), models.words(locale), locale).stream()
                .map(ListChips.Chip::text)
                .collect(Collectors.joining(" · "));
    }

    /** Hands them over, a few at a time. */
    Consumer<Consumer<UserId>> users(Chosen chosen) {
        if (!chosen.ticked().isEmpty()) {
            return taker -> chosen.ticked().forEach(taker);
        }
        ProfileFilter filter = filter(chosen);
        return taker -> search.ids(filter, taker);
    }

    private ProfileFilter filter(Chosen chosen) {
        UserListAddress address = chosen.address();
        Optional<List<UserId>> among = address.query().map(text -> users.search(text, UserListPage.MOST_FOUND));
        return address.filter(among);
    }
}
