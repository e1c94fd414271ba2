package io.wellspring.jobs.web;

import io.wellspring.shared.BusinessClock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The moment a job card is drawn, on whichever module's page: its rate and time left depend on it. */
@Component("jobMoment")
@RequiredArgsConstructor
public class JobMoment {

    private final BusinessClock clock;

    public Instant now() {
        return clock.now();
    }
}
