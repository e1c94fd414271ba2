package io.wellspring.imports;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ImportFiles extends JpaRepository<ImportFile, Long> {

    /** The import, held against everyone else until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from ImportFile f where f.id = :id")
    Optional<ImportFile> findAndLock(long id);

    /** The state as others see it, without waiting for work under way. */
    @Query("select f.state from ImportFile f where f.id = :id")
    Optional<ImportState> findState(long id);

    Page<ImportFile> findByStateNotOrderByIdDesc(ImportState state, Pageable pageable);

    List<ImportFile> findBySha256AndStateOrderByIdDesc(String sha256, ImportState state);

    /** The uploads of this very file that are under way, the newest first. */
    @Query("""
            select f from ImportFile f
            where f.state = 'UPLOADING' and f.kind = :kind and f.uploaderId = :uploader
              and f.fileName = :fileName and f.bytes = :size and f.modified = :modified
            order by f.id desc
            """)
    List<ImportFile> findUnfinished(ImportKind kind, long uploader, String fileName, long size, long modified);

    /** What a system has brought under a key: only its number, for whoever locks it must read it then and not before. */
    @Query("""
            select f.id from ImportFile f
            where f.delivered.tokenId = :token and f.delivered.idempotencyKey = :key and f.state <> 'DISCARDED'
            """)
    Optional<Long> findUnderKey(long token, String key);

    List<ImportFile> findByStateAndUploaderIdOrderByIdDesc(ImportState state, long uploaderId);

    /** The uploads under way of which no piece has come since. */
    @Query("select f.id from ImportFile f where f.state = 'UPLOADING' and f.uploadedAt < :since order by f.id")
    List<Long> findRestingSince(Instant since);

    List<ImportFile> findByKind(ImportKind kind);
}
