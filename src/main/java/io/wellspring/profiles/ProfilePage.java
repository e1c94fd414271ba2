package io.wellspring.profiles;

import io.wellspring.shared.Money;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of users that may be very long.
 *
 * @param before where the page before ends; empty on the first
 * @param after where the page after begins; empty on the last
 * @param totals of all users of the list; empty where they have not been counted and counting them takes longer than the page
 */
public record ProfilePage(
        List<Profile> rows,
        Optional<ProfileWindow.Mark> before,
        Optional<ProfileWindow.Mark> after,
        Optional<Totals> totals) {

    /** A page of nobody. */
    public static ProfilePage empty() {
        return new ProfilePage(
                List.of(), Optional.empty(), Optional.empty(), Optional.of(new Totals(0, 0, Money.ZERO)));
    }

    /** Of all users of the list, not only this page's. */
    public record Totals(long users, long orders, Money net) {}

    public ProfilePage {
        rows = List.copyOf(rows);
    }
}
