package io.wellspring.points;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import io.wellspring.shared.BusinessClock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Adds up what pages about points show, and compares ledger, lots and debts, when somebody does not want to wait for the night. */
@Component
@RequiredArgsConstructor
class AddUpJob implements Job {

    static final String NAME = "points.add-up";

    private static final int MOST_KEPT = 1000;

    private final PointsSums sums;
    private final BusinessClock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        sums.addUp(clock.today());
        sums.compare(MOST_KEPT);
    }
}
