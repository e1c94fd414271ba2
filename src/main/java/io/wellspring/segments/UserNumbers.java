package io.wellspring.segments;

import io.wellspring.shared.UserId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Some users, whether or not they have a profile: a bit for each, in pieces, of which those that nobody is in take no room. Never changes. */
final class UserNumbers {

    private static final int PIECE = 1 << 20;

    private final Map<Long, BitSet> pieces = new HashMap<>();

    private UserNumbers() {}

    /** Those that are handed over. */
    static UserNumbers of(Consumer<Consumer<UserId>> users) {
        UserNumbers numbers = new UserNumbers();
        users.accept(user -> numbers.pieces
                .computeIfAbsent(user.value() / PIECE, unused -> new BitSet())
                .set((int) (user.value() % PIECE)));
        return numbers;
    }

    /** Nobody. */
    static UserNumbers none() {
        return new UserNumbers();
    }

    /** Those who are not among others. */
    UserNumbers without(UserNumbers others) {
        UserNumbers rest = new UserNumbers();
        pieces.forEach((number, piece) -> {
            BitSet left = (BitSet) piece.clone();
            BitSet other = others.pieces.get(number);
            if (other != null) {
                left.andNot(other);
            }
            if (!left.isEmpty()) {
                rest.pieces.put(number, left);
            }
        });
        return rest;
    }

    /** Those of whom something holds. */
    UserNumbers where(LongPredicate holds) {
        return of(taker -> each(user -> {
            if (holds.test(user.value())) {
                taker.accept(user);
            }
        }));
    }

    /** Hands them over. */
    void each(Consumer<UserId> taker) {
        pieces.forEach((number, piece) ->
                piece.stream().forEach(place -> taker.accept(new UserId(number * PIECE + place))));
    }

    int size() {
        return pieces.values().stream().mapToInt(BitSet::cardinality).sum();
    }

    /** How many are among others too. */
    int among(UserNumbers others) {
        return pieces.entrySet().stream()
                .mapToInt(piece -> both(piece.getValue(), others.pieces.get(piece.getKey())))
                .sum();
    }

    private static int both(BitSet one, @Nullable BitSet other) {
        if (other == null) {
            return 0;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /** About how many bytes it takes. */
    long bytes() {
        return pieces.values().stream().mapToLong(BitSet::size).sum() / Byte.SIZE;
    }
}
