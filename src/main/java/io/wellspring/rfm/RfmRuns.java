package io.wellspring.rfm;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for runs of the model in the background. */
@Service
@Transactional
@RequiredArgsConstructor
public class RfmRuns {

    static final String JOB = "rfm.run";

    private final JobRunner jobs;
    private final ModelVersions versions;
    private final AuditTrail auditTrail;
    private final BusinessClock clock;

    /**
     * Asks for a snapshot as of {@code asOf}.
     *
     * @param version the version of the model to measure with; empty for the one in force
     * @return the run's id
     * @throws DayInTheFuture if the day has not come yet
     * @throws NoSuchModel if there is no such version
     */
    @ForManagers
    public long request(LocalDate asOf, Optional<Integer> version) {
        if (asOf.isAfter(clock.today())) {
            throw new DayInTheFuture(asOf);
        }
        version.ifPresent(versions::get);
        auditTrail.record(new RunRequested(asOf, version));
        return jobs.submit(JOB, "", version.map(number -> asOf + " " + number).orElse(asOf.toString()));
    }

    /** The newest run anybody asked for. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<JobRun> latest() {
        return jobs.latest(JOB, "");
    }

    record RunRequested(LocalDate asOf, Optional<Integer> version) implements Audited {

        @Override
        public String action() {
            return "rfm.run-requested";
        }

        @Override
        public String subject() {
            return "RFM as of " + asOf;
        }

        @Override
        public Map<String, ?> after() {
            return version.map(number -> Map.of("version", number)).orElse(Map.of());
        }
    }
}
