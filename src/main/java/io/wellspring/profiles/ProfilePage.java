package io.wellspring.profiles;

import io.wellspring.shared.Money;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of users that may be very long.
 *
 * @param before where the page before ends; empty on the first
 * @param after where the page after begins; empty on the last
 */
public record ProfilePage(
        List<Profile> rows, Optional<ProfileWindow.Mark> before, Optional<ProfileWindow.Mark> after, Totals totals) {

    /** Of all users of the list, not only this page's. */
    public record Totals(long users, long orders, Money net) {}

    public ProfilePage {
        rows = List.copyOf(rows);
    }
}
