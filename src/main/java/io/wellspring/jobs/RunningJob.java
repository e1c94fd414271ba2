package io.wellspring.jobs;

import io.wellspring.shared.BusinessClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The progress of one run. What the job says is kept here and written at most every half second; a heartbeat writes what is left and
 * shows that the process lives.
 */
@Slf4j
class RunningJob implements JobProgress, AutoCloseable {

    static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
    static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final JobQueue.Begun run;
    private final JobQueue queue;
    private final TransactionOperations requiresNew;
    private final BusinessClock clock;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Thread heartbeat;

    private boolean over;
    private JobQueue.Position position = new JobQueue.Position("", null, 0, 0);
    private long lastWrite = System.nanoTime() - BETWEEN_WRITES.toNanos();

    RunningJob(JobQueue.Begun run, JobQueue queue, TransactionOperations requiresNew, BusinessClock clock) {
        this.run = run;
        this.queue = queue;
        this.requiresNew = requiresNew;
        this.clock = clock;
        this.heartbeat = Thread.ofVirtual().name("job-heartbeat-" + run.id()).start(this::beat);
    }

    @Override
    public long runId() {
        return run.id();
    }

    @Override
    public String argument() {
        return run.argument();
    }

    @Override
    public synchronized void phase(String messageCode, long total) {
        position = new JobQueue.Position(messageCode, clock.now(), 0, total);
        writeIfDue();
    }

    @Override
    public synchronized void advancedTo(long done) {
        position = new JobQueue.Position(position.phase(), position.phaseStartedAt(), done, position.total());
        writeIfDue();
    }

    /** Writes what has not been written yet. */
    synchronized void settle() {
        write();
        checkStillOurs();
    }

    /** Not while the heartbeat writes: interrupting a virtual thread closes the connection it is talking through. */
    @Override
    public synchronized void close() {
        over = true;
        heartbeat.interrupt();
    }

    private void writeIfDue() {
        checkStillOurs();
        if (System.nanoTime() - lastWrite >= BETWEEN_WRITES.toNanos()) {
            write();
            checkStillOurs();
        }
    }

    private void write() {
        lastWrite = System.nanoTime();
        Boolean ours = requiresNew.execute(status -> queue.advance(run, position, clock.now()));
        if (!Boolean.TRUE.equals(ours)) {
            lost.set(true);
        }
    }

    private void checkStillOurs() {
        if (lost.get()) {
            throw new RunLost(run.id());
        }
    }

    private void beat() {
        try {
            while (!lost.get()) {
                Thread.sleep(HEARTBEAT);
                synchronized (this) {
                    if (over) {
                        return;
                    }
                    write();
                }
            }
        } catch (InterruptedException e) {
            // The run is over.
        } catch (RuntimeException e) {
            log.warn("Run {} could not show that it lives", run.id(), e);
        }
    }
}
