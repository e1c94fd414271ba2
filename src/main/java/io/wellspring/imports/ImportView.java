package io.wellspring.imports;

import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.UndoReport;
import java.time.Instant;
import java.util.List;
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
 * @param undo what became of its rows when it was undone; null where it was not
 * @param container what it is wrapped in
 * @param sheets the names of a workbook's sheets
 * @param unfinished how much of it is here, while it is on its way in pieces
 * @param heldAbove how many rejected rows it may have to be committed by itself, if it has more and waits for that reason
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
        @Nullable UndoReport undo,
        @Nullable Instant undoneAt,
        Container container,
        List<String> sheets,
        @Nullable Unfinished unfinished,
        @Nullable Long heldAbove,
        Optional<Instant> seenBefore) {

    /**
     * An upload under way.
     *
     * @param modified the file's date on the uploader's computer, in milliseconds; 0 if another system brings it
     * @param uploader the staff member who may go on with it; 0 if nobody may
     */
    public record Unfinished(long received, long modified, long uploader) {

        static @Nullable Unfinished of(ImportFile file) {
            return file.getState() == ImportState.UPLOADING
                    ? new Unfinished(file.getReceived(), orNone(file.getModified()), orNone(file.getUploaderId()))
                    : null;
        }

        private static long orNone(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    static ImportView of(ImportFile file, Optional<Instant> seenBefore) {
        boolean counted = file.getCounts() != null && file.getState() != ImportState.UPLOADED;
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
                counted ? file.getCounts().report() : null,
                counted && file.getCounts().newUsers() != null
                        ? file.getCounts().newUsers()
                        : 0,
                counted ? file.announcement() : Announcement.NOTHING,
                file.getRehearsedAt(),
                file.getCommittedAt(),
                file.getUndone() == null ? null : file.getUndone().report(),
                file.getUndone() == null ? null : file.getUndone().undoneAt(),
                file.getContainer(),
                file.getSheets(),
                Unfinished.of(file),
                file.isHeld() ? file.getDelivered().maxRejected() : null,
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
