package io.wellspring.imports;

import org.jspecify.annotations.Nullable;

/** One line of a file that means nothing sure, and why; never a guess. Thrown while its row is read, caught by who reads rows. */
final class LineRejected extends RuntimeException {

    private final String reason;
    private final @Nullable Integer column;
    private final @Nullable String fact;

    /** @param column the place of the column that caused it, from 0, if one did */
    LineRejected(String reason, @Nullable Integer column, @Nullable String fact) {
        super(reason, null, false, false);
        this.reason = reason;
        this.column = column;
        this.fact = fact;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Integer column() {
        return column;
    }

    @Nullable
    String fact() {
        return fact;
    }
}
