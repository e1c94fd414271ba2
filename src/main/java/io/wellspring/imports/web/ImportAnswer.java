package io.wellspring.imports.web;

import io.wellspring.imports.DeliveredImport.Outcome;
import io.wellspring.imports.ImportKind;
import io.wellspring.imports.ImportState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as another system reads it; docs/api.md says what each value means.
 *
 * @param mapping the remembered mapping its columns were matched by; null if they were guessed
 * @param counts what would happen (rehearsed) or has happened (committed); null before
 * @param job the work under way; null when nothing is
 * @param problem why it was held or has failed; null if it was not and has not
 */
record ImportAnswer(
        long id,
        ImportKind kind,
        String mode,
        ImportState state,
        Outcome outcome,
        String fileName,
        long bytes,
        String sha256,
        @Nullable String mapping,
        Instant uploadedAt,
        @Nullable Instant rehearsedAt,
        @Nullable Instant committedAt,
        @Nullable Counts counts,
        List<Rejection> rejections,
        @Nullable Work job,
        @Nullable Trouble problem,
        Links links) {

    record Counts(long rowsRead, long created, long updated, long unchanged, long rejected, long newUsers) {}

    /** @param text the reason in the language asked for */
    record Rejection(String reason, String text, long count) {}

    /**
     * @param phase what it is doing, in the language asked for
     * @param total 0 if nobody knows
     */
    record Work(String phase, long done, long total, int percent) {}

    record Trouble(String code, String detail) {}

    record Links(String self, @Nullable String rejected) {}
}
