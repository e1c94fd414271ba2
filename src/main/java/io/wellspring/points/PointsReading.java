package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What all ledgers say together: what came and went, what is outstanding and until when, single entries, and whether it adds up. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional(readOnly = true)
public class PointsReading {

    /** So many entries are added up on a page. */
    static final long MOST_ON_A_PAGE = 200_000;

    private final PointsQueries queries;
    private final BusinessClock clock;

    /**
     * What all ledgers say together: now, or as it was added up last where there are more than {@value #MOST_ON_A_PAGE} entries.
     *
     * @return empty if there are more and they were never added up: nobody waits for that on a page
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<PointsOfAll> ofAll() {
        return isLong() ? queries.kept() : Optional.of(now());
    }

    /**
     * Whether ledger, lots and debts tell the same, at most {@code limit} differences: now, or when they were compared last.
     *
     * @return empty if there are more than {@value #MOST_ON_A_PAGE} entries and they were never compared
     */
    public Optional<Reconciliation> reconciliation(int limit) {
        return isLong() ? queries.compared(limit) : Optional.of(new Reconciliation(clock.now(), false, drift(limit)));
    }

    private boolean isLong() {
        return queries.isLongerThan(MOST_ON_A_PAGE);
    }

    private PointsOfAll now() {
        LocalDate today = clock.today();
        return new PointsOfAll(today, clock.now(), false, flows(), outstanding(today), expiring(today));
    }

    /** What came and went by month, kind and source, since there are points. */
    public List<PointsFlow> flows() {
        return queries.months();
    }

    /** What all users can still spend on a day or later. */
    public Outstanding outstanding(LocalDate asOf) {
        return queries.outstanding(asOf);
    }

    /** The same by the month it expires in; what never does comes last. */
    public List<ExpiringMonth> expiring(LocalDate asOf) {
        return queries.expiring(asOf);
    }

    /** What of past lots was spent before they expired, by how many months were left of them; as it was added up last. */
    public List<BurnShare> burnShares() {
        return queries.burnShares();
    }

    /** Entries of all users, the latest day first. */
    public LedgerPage search(LedgerFilter filter, int size) {
        return queries.entries(filter, size);
    }

    /** Where ledger, lots and debts do not tell the same: at most {@code limit}; must be empty. */
    public List<PointsDrift> drift(int limit) {
        return queries.drift(limit);
    }
}
