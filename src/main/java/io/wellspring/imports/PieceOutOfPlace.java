package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** A piece of a file does not follow what is here of it. */
public class PieceOutOfPlace extends Refusal.Conflict {

    private final long expected;

    PieceOutOfPlace(long expected) {
        super(expected);
        this.expected = expected;
    }

    /** Where the next piece has to begin. */
    public long expected() {
        return expected;
    }
}
