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

    private final PointsSums sums;
    private final BusinessClock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        progress.phase("points.phase.sums", 2);
        sums.addUp(clock.today());
        progress.advancedTo(1);
        progress.phase("points.phase.compare", 2);
        sums.compare();
        progress.advancedTo(2);
    }
}
