package io.wellspring.users;

import java.time.Instant;
import java.util.List;

/**
 * Something a company keeps of its users beyond the fields everyone has.
 *
 * @param code what values are kept under; never changes
 * @param label what screens call it
 * @param choices the values a {@link AttributeType#CHOICE} can have so far; empty for the others
 * @param retired whether it is no longer offered and shown; values that users have stay
 */
public record UserAttribute(
        String code,
        String label,
        AttributeType type,
        List<String> choices,
        boolean retired,
        String createdBy,
        Instant createdAt) {

    public static final int LONGEST_LABEL = 60;
    public static final int MOST_CHOICES = 100;

    public UserAttribute {
        choices = List.copyOf(choices);
    }
}
