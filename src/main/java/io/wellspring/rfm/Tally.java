package io.wellspring.rfm;

import io.wellspring.shared.Money;
import java.util.Collection;

/** Some users and their net amount in the window. */
public record Tally(long users, Money net) {

    static final Tally NOBODY = new Tally(0, Money.ZERO);

    static Tally of(Collection<RfmCell> cells) {
        return cells.stream()
                .map(cell -> new Tally(cell.users(), cell.net()))
                .reduce(NOBODY, (one, other) -> new Tally(one.users + other.users, one.net.plus(other.net)));
    }

    public Money perUser() {
        return net.dividedBy(users);
    }
}
