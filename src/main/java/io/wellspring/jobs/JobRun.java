package io.wellspring.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a job, waiting, running or over.
 *
 * @param job the job's name
 * @param subject what it works on, such as {@code import 12}; may be empty
 * @param startedAt when it last began
 * @param phase the message code of what it is doing; empty before the first phase
 * @param phaseStartedAt when the phase began
 * @param done how much of the phase is done
 * @param total how much there is to do in the phase, 0 if nobody knows
 * @param attempts how often it was begun; more than once after a crash
 * @param error the message code of the refusal that failed it
 * @param errorFacts the arguments of that message
 * @param errorReference where an unforeseen failure stands in the log
 * @param requestedBy who asked for it: a name, or {@code system}
 */
public record JobRun(
        long id,
        String job,
        String subject,
        State state,
        Instant queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        String phase,
        Optional<Instant> phaseStartedAt,
        long done,
        long total,
        int attempts,
        Optional<String> error,
        List<Object> errorFacts,
        Optional<String> errorReference,
        String requestedBy) {

    public JobRun {
        errorFacts = List.copyOf(errorFacts);
    }

    public boolean isOver() {
        return state.isOver();
    }

    /** How much of the phase is done, 0 to 100; 0 while the total is unknown. */
    public int percent() {
        if (state == State.SUCCEEDED) {
            return 100;
        }
        return total <= 0 ? 0 : (int) Math.min(100, Math.max(0, done) * 100 / total);
    }

    /** How much of the phase it did per second until {@code now}, or until its end; 0 if too early to say. */
    public double ratePerSecond(Instant now) {
        Instant until = finishedAt.orElse(now);
        double seconds = phaseStartedAt
                        .map(since -> Duration.between(since, until))
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
        return seconds <= 0 ? 0 : done / seconds;
    }

    /** How long the phase will still take at this rate; empty when over, or when nobody can know. */
    public Optional<Duration> timeLeft(Instant now) {
        double rate = ratePerSecond(now);
        return state != State.RUNNING || total <= 0 || rate <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(Math.max(0, total - done) / rate)));
    }

    /** How long it has been at it, or was; empty before it begins. */
    public Optional<Duration> duration(Instant now) {
        return startedAt.map(start -> Duration.between(start, finishedAt.orElse(now)));
    }
}
