package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes points whose time is over, of all users, some at a time, so that nobody waits for it for long. */
@Service
@ForManagers
public class PointsExpiry {

    private static final int LOTS_AT_ONCE = 10_000;

    private final PointsBatch batch;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    PointsExpiry(PointsBatch batch, BusinessClock clock, PlatformTransactionManager transactions) {
        this.batch = batch;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes what is left of lots whose last business day lies before {@code asOf}; done again, it finds none.
     *
     * @return how many lots
     */
    public long expire(LocalDate asOf) {
        long all = 0;
        while (true) {
            Integer some = transaction.execute(status -> expireSome(asOf));
            if (some == null || some == 0) {
                return all;
            }
            all += some;
        }
    }

    /** Forgets the points of users who are no longer there, such as fictional ones. */
    public void sweep() {
        transaction.executeWithoutResult(status -> batch.deleteGone());
    }

    private int expireSome(LocalDate asOf) {
        List<PointsBatch.DueLot> due = batch.lockDue(asOf, LOTS_AT_ONCE);
        return due.isEmpty() ? 0 : batch.expire(due, asOf, clock.now());
    }
}
