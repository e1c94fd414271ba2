package io.wellspring.imports;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForAdmins;
import io.wellspring.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where large files come in piece by piece, so that a lost connection, a closed browser or a restart costs one piece and not the file.
 * Each piece is there for good once its request has ended well. An upload is its uploader's own; every admin may discard it.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
public class UploadDesk {

    /** What pieces are a multiple of, but for the last of a file. */
    public static final int PIECE = FileStore.PIECE;

    public static final int LARGEST_PIECE = 8 * PIECE;

    /** How long an upload may rest before it is taken for given up. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private final ImportFiles files;
    private final FileStore store;
    private final FileArrival arrival;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    /**
     * Announces a file, or finds the unfinished upload of it: the same uploader, subject, name, size and date.
     *
     * @param modified when the uploader's computer says it was changed, in milliseconds
     * @throws EmptyFile if there is nothing to come
     */
    @Transactional
    public UploadProgress begin(ImportKind kind, String fileName, long size, long modified) {
        if (size <= 0) {
            throw new EmptyFile();
        }
        StaffMember uploader = staff.get();
        String name = FileArrival.bareName(fileName);
        ImportFile file = files.findUnfinished(kind, uploader.id(), name, size, modified).stream()
                .findFirst()
                .orElseGet(() ->
                        files.saveAndFlush(ImportFile.announced(kind, name, uploader, clock.now(), size, modified)));
        return UploadProgress.of(file);
    }

    /**
     * Goes on with an upload that was begun.
     *
     * @throws OtherFile if its file had another name, size or date
     * @throws UnknownImport if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public UploadProgress goOn(long importId, String fileName, long size, long modified) {
        ImportFile file = files.findById(importId).orElseThrow(() -> new UnknownImport(importId));
        requireOwn(file);
        if (!file.getFileName().equals(FileArrival.bareName(fileName))
                || file.getBytes() != size
                || file.getModified() != modified) {
            throw new OtherFile(file.getFileName());
        }
        return UploadProgress.of(file);
    }

    /**
     * Takes the next piece. One that is here already changes nothing, as long as it is the same.
     *
     * @param offset where in the file it begins
     * @throws PieceOutOfPlace if it does not begin where the last one ended
     * @throws OtherFile if something else stands in its place already
     * @throws NotAPiece if it is empty, too large, or cut where only the end of the file is
     * @throws UnknownImport if there is no such upload, or it is somebody else's
     */
    @Transactional
    public UploadProgress append(long importId, long offset, byte[] piece) {
        ImportFile file = lock(importId);
        requireOwn(file);
        UploadProgress progress = UploadProgress.of(file);
        requirePiece(offset, piece.length, progress.size());
        if (offset + piece.length <= progress.received()) {
            if (!store.holds(importId, offset, piece)) {
                throw new OtherFile(file.getFileName());
            }
            return progress;
        }
        if (offset != progress.received()) {
            throw new PieceOutOfPlace(progress.received());
        }
        store.append(importId, offset, piece);
        file.received(piece.length, clock.now());
        return UploadProgress.of(file);
    }

    /**
     * Recognises a file all of which is here. May be asked for again: what was recognised stays as it is. A file that is refused is thrown
     * away.
     *
     * @throws PieceOutOfPlace if some of it is missing
     * @see ImportDesk#upload what is refused
     */
    public void complete(long importId) {
        try {
            transaction.executeWithoutResult(status -> completeHeld(importId));
        } catch (Refusal.Rejected refused) {
            transaction.executeWithoutResult(status -> giveUp(lock(importId)));
            throw refused;
        }
    }

    /** The uploads under way of whoever asks, the newest first. */
    @Transactional(readOnly = true)
    public List<ImportView> unfinished() {
        return files
                .findByStateAndUploaderIdOrderByIdDesc(
                        ImportState.UPLOADING, staff.get().id())
                .stream()
                .map(file -> ImportView.of(file, Optional.empty()))
                .toList();
    }

    /** Throws away the uploads nobody has gone on with for a week. */
    @Transactional
    public void sweep() {
        Instant since = clock.now().minus(PATIENCE);
        files.findRestingSince(since).stream()
                .map(this::lock)
                .filter(file -> file.getState() == ImportState.UPLOADING
                        && file.getUploadedAt().isBefore(since))
                .forEach(this::giveUp);
    }

    private void completeHeld(long importId) {
        ImportFile file = lock(importId);
        requireOwn(file);
        if (file.getState() != ImportState.UPLOADING) {
            return;
        }
        if (file.getReceived() < file.getBytes()) {
            throw new PieceOutOfPlace(file.getReceived());
        }
        arrival.arrived(file, store.lookThrough(importId));
    }

    private void giveUp(ImportFile file) {
        file.discard();
        store.delete(file.getId());
        trail.record(new ImportAction("import.discarded", file.getId(), Map.of()));
    }

    private ImportFile lock(long importId) {
        return files.findAndLock(importId).orElseThrow(() -> new UnknownImport(importId));
    }

    private void requireOwn(ImportFile file) {
        Long uploader = file.getUploaderId();
        if (uploader == null || uploader != staff.get().id() || file.getState() == ImportState.DISCARDED) {
            throw new UnknownImport(file.getId());
        }
    }

    private static void requirePiece(long offset, int length, long size) {
        boolean last = offset + length == size;
        if (length == 0
                || length > LARGEST_PIECE
                || offset < 0
                || offset % PIECE != 0
                || offset > size - length
                || (!last && length % PIECE != 0)) {
            throw new NotAPiece();
        }
    }
}
