package io.wellspring.profiles;

import io.wellspring.shared.UserId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which users to list.
 *
 * @param values what each field must satisfy; all of them
 * @param among only these users, where somebody searched for a person
 */
public record ProfileFilter(Map<ProfileField, String> values, Optional<List<UserId>> among) {

    public ProfileFilter {
        Map<ProfileField, String> copy = new EnumMap<>(ProfileField.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
        among = among.map(List::copyOf);
    }

    public static ProfileFilter everyone() {
        return new ProfileFilter(Map.of(), Optional.empty());
    }

    public static ProfileFilter where(ProfileField field, String value) {
        return new ProfileFilter(Map.of(field, value), Optional.empty());
    }
}
