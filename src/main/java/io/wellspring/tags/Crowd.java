package io.wellspring.tags;

import io.wellspring.shared.UserId;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Users chosen by a person to get or lose a tag, from one to all.
 *
 * @param chosenBy how they were chosen, for the record; without personal data
 * @param users hands them over; they may be read by the connection of the transaction, and one may come twice
 */
public record Crowd(Map<String, String> chosenBy, Consumer<Consumer<UserId>> users) {

    public Crowd {
        chosenBy = Map.copyOf(chosenBy);
    }

    public static Crowd of(UserId user) {
        return new Crowd(Map.of("user", user.toString()), taker -> taker.accept(user));
    }
}
