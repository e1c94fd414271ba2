package io.wellspring.tags;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes away tags whose time is over. */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class TagExpiry {

    private final CrowdBatch crowds;
    private final TagLock lock;
    private final BusinessClock clock;

    /**
     * Takes away the tags whose last business day lies before {@code asOf}; done again, it finds none.
     *
     * @return how many
     */
    public long expire(LocalDate asOf) {
        lock.forManyUsers();
        return crowds.expire(asOf, clock.now());
    }
}
