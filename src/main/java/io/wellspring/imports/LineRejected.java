package io.wellspring.imports;

import org.jspecify.annotations.Nullable;

/** One line of a file that means nothing sure, and why; never a guess. Thrown while its row is read, caught by who reads rows. */
final class LineRejected extends RuntimeException {

    private final String reason;
    private final @Nullable ImportField field;
    private final @Nullable String fact;

    LineRejected(String reason, @Nullable ImportField field, @Nullable String fact) {
        super(reason, null, false, false);
        this.reason = reason;
        this.field = field;
        this.fact = fact;
    }

    String reason() {
        return reason;
    }

    @Nullable
    ImportField field() {
        return field;
    }

    @Nullable
    String fact() {
        return fact;
    }
}
