package io.wellspring.profiles;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SavedViews extends Repository<SavedView, Long> {

    SavedView saveAndFlush(SavedView view);

    Optional<SavedView> findById(long id);

    Optional<SavedView> findByOwnerIdAndNameIgnoreCase(long ownerId, String name);

    long countByOwnerId(long ownerId);

    void delete(SavedView view);
}
