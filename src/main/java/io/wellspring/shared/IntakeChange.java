package io.wellspring.shared;

import org.jspecify.annotations.Nullable;

/**
 * One value that a line of a file changes.
 *
 * @param field the code of what it is: a field of the registry, or an attribute's code
 * @param before what is known now, contact data masked; null for nothing
 * @param after what would be known then
 */
public record IntakeChange(
        String field, @Nullable String before, @Nullable String after) {}
