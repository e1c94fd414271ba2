package io.wellspring.imports;

import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.State;
import java.util.Map;
import java.util.Optional;

/**
 * An import as the system that brought it sees it.
 *
 * @param reasons how many rows were rejected for which reason, once that is known
 * @param run the work under way on it, or the last that was
 */
public record DeliveredImport(
        ImportView file, Delivery delivery, Outcome outcome, Map<String, Long> reasons, Optional<JobRun> run) {

    /** Whether what was asked for is done. */
    public enum Outcome {
        /** Not yet; it goes on by itself. */
        RUNNING,
        /** Rehearsed, where that was asked for; committed, where that was. */
        SUCCEEDED,
        /** It waits for a member of staff: too many rows were rejected, or somebody has taken it over. */
        HELD,
        /** The work on it ended without result. */
        FAILED
    }

    static Outcome outcome(ImportFile file, Optional<JobRun> run) {
        boolean failed = run.filter(last -> last.state() == State.FAILED).isPresent();
        return switch (file.getState()) {
            case UPLOADING, REHEARSING, COMMITTING, UNDOING -> Outcome.RUNNING;
            case UPLOADED -> failed ? Outcome.FAILED : Outcome.HELD;
            case REHEARSED ->
                failed ? Outcome.FAILED : file.getDelivered().commitWhenRehearsed() ? Outcome.HELD : Outcome.SUCCEEDED;
            case COMMITTED -> Outcome.SUCCEEDED;
            case UNDONE, DISCARDED -> Outcome.HELD;
        };
    }
}
