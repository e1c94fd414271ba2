package io.wellspring.imports;

import io.wellspring.shared.IntakeReport;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows, or would become of them.
 *
 * @param rejected those the intake refused and those that could not be read
 * @param newUsers how many users it made known; null where nobody counted them
 */
@Embeddable
record RowCounts(
        Long rowsRead,
        Long created,
        Long updated,
        Long unchanged,
        Long rejected,
        @Nullable Long newUsers,
        Long matchedByExternalId,
        Long matchedByPhone,
        Long matchedByEmail) {

    static RowCounts of(IntakeReport merged, long unreadable, long newUsers) {
        return new RowCounts(
                merged.rows() + unreadable,
                merged.created(),
                merged.updated(),
                merged.unchanged(),
                merged.rejected() + unreadable,
                newUsers,
                merged.matchedBy().getOrDefault("EXTERNAL_ID", 0L),
                merged.matchedBy().getOrDefault("PHONE", 0L),
                merged.matchedBy().getOrDefault("EMAIL", 0L));
    }

    IntakeReport report() {
        return new IntakeReport(
                created,
                updated,
                unchanged,
                rejected,
                Map.of("EXTERNAL_ID", matchedByExternalId, "PHONE", matchedByPhone, "EMAIL", matchedByEmail));
    }
}
