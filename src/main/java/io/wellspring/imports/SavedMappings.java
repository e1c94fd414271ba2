package io.wellspring.imports;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SavedMappings extends Repository<SavedMapping, Long> {

    SavedMapping saveAndFlush(SavedMapping mapping);

    Optional<SavedMapping> findById(long id);

    Optional<SavedMapping> findByKindAndNameIgnoreCase(ImportKind kind, String name);

    List<SavedMapping> findAllByKindOrderByLastUsedAtDesc(ImportKind kind);

    List<SavedMapping> findAllByOrderByKindAscNameAsc();

    void delete(SavedMapping mapping);
}
