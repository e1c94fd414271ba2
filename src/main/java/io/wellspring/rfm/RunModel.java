package io.wellspring.rfm;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Runs the model as of a day somebody chose. Its argument is the date and, optionally, a version: {@code 2011-12-09 3}. */
@Component
@RequiredArgsConstructor
class RunModel implements Job {

    private final RfmScoring scoring;

    @Override
    public String name() {
        return RfmRuns.JOB;
    }

    @Override
    public void run(JobProgress progress) {
        progress.phase("rfm.phase.scoring", 0);
        String[] argument = progress.argument().split(" ");
        Optional<Integer> version = argument.length > 1 ? Optional.of(Integer.valueOf(argument[1])) : Optional.empty();
        LocalDate asOf = LocalDate.parse(argument[0]);
        if (scoring.runOnRequest(asOf, version).isEmpty()) {
            throw new NobodyToScore(asOf, scoring.windowDays());
        }
    }
}
