package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a version would change.
 *
 * @param took how long it took to find out
 */
public record Impact(LocalDate asOf, List<Move> moves, Duration took) {

    /**
     * Users who stand in one tier now.
     *
     * @param firstRank where the version puts them on its first day
     * @param laterRank where it puts them at their due dates, if they go on as in the window that ends with the day
     */
    public record Move(long tierId, int firstRank, int laterRank, long users, Money net) {}

    public Impact {
        moves = List.copyOf(moves);
    }

    public long users() {
        return users(move -> true);
    }

    public long now(long tierId) {
        return users(move -> move.tierId() == tierId);
    }

    public long first(int rank) {
        return users(move -> move.firstRank() == rank);
    }

    public long later(int rank) {
        return users(move -> move.laterRank() == rank);
    }

    public Money netNow(long tierId) {
        return net(move -> move.tierId() == tierId);
    }

    public Money netFirst(int rank) {
        return net(move -> move.firstRank() == rank);
    }

    public Money net() {
        return net(move -> true);
    }

    /** How many would not keep, at their due dates, what they hold on the first day. */
    public long notKeeping() {
        return users(move -> move.laterRank() < move.firstRank());
    }

    private long users(Predicate<Move> which) {
        return moves.stream().filter(which).mapToLong(Move::users).sum();
    }

    private Money net(Predicate<Move> which) {
        return moves.stream().filter(which).map(Move::net).reduce(Money.ZERO, Money::plus);
    }
}
