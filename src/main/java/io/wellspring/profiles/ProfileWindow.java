package io.wellspring.profiles;

import io.wellspring.shared.UserId;
import java.util.Optional;

/** Which page of a sorted list: the first, the last, or the one after or before a row. */
public sealed interface ProfileWindow {

    record First() implements ProfileWindow {}

    record Last() implements ProfileWindow {}

    record After(Mark mark) implements ProfileWindow {}

    record Before(Mark mark) implements ProfileWindow {}

    /** A row's place: its sort value as text, and the user. */
    record Mark(String value, UserId user) {

        @Override
        public String toString() {
            return value + "_" + user;
        }

        /** Reads what {@link #toString()} wrote; empty if it did not. */
        public static Optional<Mark> parse(String text) {
            int cut = text.lastIndexOf('_');
            try {
                return cut < 1
                        ? Optional.empty()
                        : Optional.of(
                                new Mark(text.substring(0, cut), new UserId(Long.parseLong(text.substring(cut + 1)))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
