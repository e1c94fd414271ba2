package io.wellspring.imports;

import io.wellspring.shared.IntakeReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An import as its pages show it.
 *
 * @param report what would happen (rehearsed) or has happened (committed); null before
 * @param mappingName what the mapping is to be remembered by
 * @param mappedAs the remembered mapping that was applied, if one was
 * @param announced what would come, or has come, into being beside the rows
 * @param newUsers how many users the orders of a file make known
 * @param seenBefore when a file of the very same bytes was committed already
 */
public record ImportView(
        long id,
        ImportKind kind,
        ImportState state,
        String fileName,
        long bytes,
        long lines,
        String sha256,
        String uploadedBy,
        Instant uploadedAt,
        FileFormat format,
        Mapping mapping,
        String mappingName,
        @Nullable String mappedAs,
        @Nullable IntakeReport report,
        long newUsers,
        Announcement announced,
        @Nullable Instant rehearsedAt,
        @Nullable Instant committedAt,
        Optional<Instant> seenBefore) {

    static ImportView of(ImportFile file, Optional<Instant> seenBefore) {
        boolean counted = file.getRowsRead() != null && file.getState() != ImportState.UPLOADED;
        return new ImportView(
                file.getId(),
                file.getKind(),
                file.getState(),
                file.getFileName(),
                file.getBytes(),
                file.getLines(),
                file.getSha256(),
                file.getUploadedBy(),
                file.getUploadedAt(),
                file.format(),
                file.mapping(),
                file.getMappingName(),
                file.getMappedAs(),
                counted
                        ? new IntakeReport(
                                file.getCreated(),
                                file.getUpdated(),
                                file.getUnchanged(),
                                file.getRejected(),
                                Map.of(
                                        "EXTERNAL_ID", file.getMatchedByExternalId(),
                                        "PHONE", file.getMatchedByPhone(),
                                        "EMAIL", file.getMatchedByEmail()))
                        : null,
                counted && file.getNewUsers() != null ? file.getNewUsers() : 0,
                counted ? file.announcement() : Announcement.NOTHING,
                file.getRehearsedAt(),
                file.getCommittedAt(),
                seenBefore);
    }

    /** Whether a commit would change anything. */
    public boolean changesAnything() {
        return report != null && report.created() + report.updated() > 0 || announced.changesTags();
    }

    /** What background work calls this import. */
    public String subject() {
        return "import " + id;
    }
}
