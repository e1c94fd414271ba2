package io.wellspring.imports;

import jakarta.persistence.LockModeType;
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

    List<ImportFile> findByKind(ImportKind kind);
}
