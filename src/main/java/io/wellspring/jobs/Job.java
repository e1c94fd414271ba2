package io.wellspring.jobs;

import java.util.Optional;

/**
 * Named background work: a bean. One run of a name at a time, on all instances together. A run may be started again after a
 * crash, so it must be safe to repeat.
 */
public interface Job {

    /** Its name for ever; what people read is the message {@code job.<name>} of the owning module. */
    String name();

    /** Does the work, with every role. A refusal fails the run with its text, anything else with a reference into the log. */
    void run(JobProgress progress) throws Exception;

    /** When it runs by itself: a Spring cron expression in the business zone. */
    default Optional<String> schedule() {
        return Optional.empty();
    }
}
