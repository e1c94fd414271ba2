package io.wellspring.rfm;

import java.util.List;
import java.util.Optional;

/**
 * Who went from which class to which between two snapshots.
 *
 * @param moves every pair of classes anyone is in; an empty class is "not scored"
 */
public record RfmMigration(RfmSnapshot from, RfmSnapshot to, List<Move> moves) {

    public record Move(Optional<RfmClass> from, Optional<RfmClass> to, long users) {}

    public RfmMigration {
        moves = List.copyOf(moves);
    }

    /** Whether the two were measured with different versions of the model, so that some moved only because the ruler did. */
    public boolean rulerChanged() {
        return from.modelVersion() != to.modelVersion();
    }

    public long users(Optional<RfmClass> fromClass, Optional<RfmClass> toClass) {
        return moves.stream()
                .filter(move -> move.from().equals(fromClass) && move.to().equals(toClass))
                .mapToLong(Move::users)
                .sum();
    }

    public long usersFrom(Optional<RfmClass> fromClass) {
        return moves.stream()
                .filter(move -> move.from().equals(fromClass))
                .mapToLong(Move::users)
                .sum();
    }
}
