package io.wellspring.profiles;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ListHabits extends Repository<ListHabit, Long> {

    ListHabit save(ListHabit habit);

    Optional<ListHabit> findById(long staffId);
}
