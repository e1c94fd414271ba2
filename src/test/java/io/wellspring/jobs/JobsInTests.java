package io.wellspring.jobs;

import org.springframework.beans.factory.annotation.Autowired;

/** Background work in tests, where no scheduler runs: done when the test says so, on its own thread. */
public class JobsInTests {

    @Autowired
    private JobLoop loop;

    /** Runs everything that waits, and what that submits, until nothing is left. */
    public void runPending() {
        loop.runPending();
    }

    /** Runs what waits for one job, and nothing that it submits to others. */
    public void runPending(String job) {
        loop.drain(job, () -> false);
    }
}
