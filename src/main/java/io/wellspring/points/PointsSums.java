package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up what pages about points show, so that nobody waits for it there: one after the other, and all of it or nothing. What came and went, what
 * is outstanding and until when are of one state of the ledger.
 */
@Service
@ForManagers
@Transactional
@RequiredArgsConstructor
public class PointsSums {

    private static final int MOST_KEPT = 1000;

    private final JdbcClient jdbc;
    private final PointsQueries queries;
    private final JobRunner jobs;
    private final BusinessClock clock;

    /**
     * Adds up what came and went, what is outstanding and until when; what became of what the rules gave, of lots that are over, and of grants that
     * have something left.
     */
    public void addUp(LocalDate asOf) {
        jdbc.sql(sql("points/lock-sums")).update();
        on("points/save-rule-figures", asOf).update();
        on("points/save-burn-shares", asOf).update();
        jdbc.sql(sql("points/add-up-grants"))
                .param("grant", null)
                .param("when", now())
                .update();
        jdbc.sql(sql("points/empty-sums")).update();
        on("points/save-sums", asOf).param("at", now()).update();
    }

    /**
     * The same, unless the ledger is so long that those who wait for what comes after would wait for minutes: then the night does, and the first
     * time the background, for pages have nothing to show until then.
     */
    public void addUpIfShort(LocalDate asOf) {
        if (!queries.isLongerThan(PointsReading.MOST_ON_A_PAGE)) {
            addUp(asOf);
        } else if (isMissing() && run().filter(run -> !run.isOver()).isEmpty()) {
            request();
        }
    }

    private boolean isMissing() {
        return queries.kept().isEmpty() || queries.compared(0).isEmpty();
    }

    /** Asks for both in the background. */
    public void request() {
        jobs.submit(AddUpJob.NAME, "", "");
    }

    /** The newest run anybody asked for. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<JobRun> run() {
        return jobs.latest(AddUpJob.NAME, "");
    }

    /**
     * Compares ledger, lots and debts, and keeps where they do not tell the same: at most {@value #MOST_KEPT} times.
     *
     * @return how often they do not
     */
    public int compare() {
        jdbc.sql(sql("points/lock-sums")).update();
        jdbc.sql(sql("points/empty-drift")).update();
        int found = jdbc.sql(sql("points/save-drift")).param("limit", MOST_KEPT).update();
        jdbc.sql(sql("points/save-compared")).param("at", now()).update();
        return found;
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private JdbcClient.StatementSpec on(String file, LocalDate asOf) {
        return jdbc.sql(sql(file)).param("as_of", asOf);
    }
}
