package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Users chosen by a person to be given points, from one to all.
 *
 * @param chosen how they were chosen
 * @param whom the filters of the list they were chosen from, in words; empty is everybody, or nothing that may be kept
 * @param list the address of that list; empty where it would be personal data
 * @param users hands them over; they may be read by the connection of the transaction, and one may come twice
 */
public record Grantees(How chosen, FilterWords whom, Optional<String> list, Consumer<Consumer<UserId>> users) {

    public enum How {
        /** One by one. */
        TICKED,
        /** By what was searched for, which is kept nowhere. */
        SEARCHED,
        /** All that a list lets through. */
        LISTED
    }
}
