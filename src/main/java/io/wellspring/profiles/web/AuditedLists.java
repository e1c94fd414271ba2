package io.wellspring.profiles.web;

import io.wellspring.audit.AuditedWords;
import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ListNarrowing;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What exports, tags for many and views of the user list were narrowed to, and their columns, as the list itself says it; tiers are named wherever they stand. */
@Component
@RequiredArgsConstructor
class AuditedLists implements AuditedWords {

    private static final Set<String> ACTIONS = Set.of("users.exported", "tag.given", "tag.taken");

    private final ListChips chips;
    private final List<ListNarrowing> narrowings;
    private final RfmModels models;
    private final MessageSource messages;

    @Override
    public Reader in(Locale locale) {
        SingletonSupplier<RfmWords> rfm = SingletonSupplier.of(() -> models.words(locale));
        Map<Asked, Optional<String>> known = new HashMap<>();
        return (action, field, value) -> ACTIONS.contains(action) || action.startsWith("list-view.")
                ? known.computeIfAbsent(new Asked(field, value), asked -> says(field, value, rfm, locale))
                : Optional.empty();
    }

    private record Asked(String field, String value) {}

    private Optional<String> says(String field, String value, SingletonSupplier<RfmWords> rfm, Locale locale) {
        if (field.equals("columns")) {
            return Optional.of(Arrays.stream(value.split(","))
                    .map(code -> messages.getMessage("profiles.column." + code, null, code, locale))
                    .collect(Collectors.joining(" · ")));
        }
        return ListField.ALL.stream()
                .filter(known -> known != ListField.TIER)
                .filter(known -> known.parameter().equals(field) && known.reads(value))
                .findFirst()
                .map(known -> chips.meaning(known, value, rfm.obtain(), locale))
                .or(() -> narrowings.stream()
                        .filter(known -> known.parameter().equals(field))
                        .findFirst()
                        .flatMap(known -> described(known, value, locale)));
    }

    /** Empty where a view holds what nobody could have asked for: it is shown as it was kept. */
    private Optional<String> described(ListNarrowing narrowing, String value, Locale locale) {
        try {
            return Optional.of(chips.described(narrowing, value, locale));
        } catch (NoSuchMessageException odd) {
            return Optional.empty();
        }
    }
}
