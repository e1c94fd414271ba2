package io.wellspring.profiles;

import io.wellspring.shared.UserId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which users to list.
 *
 * @param values what each field must satisfy; all of them
 * @param narrowings what each {@link ListNarrowing} must satisfy, by its parameter; all of them
 * @param among only these users, where somebody searched for a person
 */
public record ProfileFilter(
        Map<ListField, String> values, Map<String, String> narrowings, Optional<List<UserId>> among) {

    public ProfileFilter {
        Map<ListField, String> copy = new EnumMap<>(ListField.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
        narrowings = Collections.unmodifiableMap(new LinkedHashMap<>(narrowings));
        among = among.map(List::copyOf);
    }

    public static ProfileFilter everyone() {
        return new ProfileFilter(Map.of(), Map.of(), Optional.empty());
    }

    public static ProfileFilter where(ListField field, String value) {
        return new ProfileFilter(Map.of(field, value), Map.of(), Optional.empty());
    }

    /** Whether nothing but a profile decides who is let through: no tags, no history, nothing of later modules. */
    boolean isAboutProfilesOnly() {
        return narrowings.isEmpty()
                && among.isEmpty()
                && values.keySet().stream().allMatch(ListField::isInProfile);
    }
}
