package io.wellspring.tags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags that one line of a file gives to a user in one group; the user is found by the identities once the line's user is merged.
 *
 * @param names at least one, without control characters, each at most {@value #LONGEST_NAME} characters long
 */
public record TagRow(
        long lineNo,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        String group,
        List<String> names) {

    public static final int LONGEST_NAME = 60;

    public TagRow {
        names = List.copyOf(names);
        if (names.isEmpty() || group.isBlank()) {
            throw new IllegalArgumentException("Line " + lineNo + " gives no tags");
        }
    }
}
