package io.wellspring.jobs;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.staff.BackgroundStaff;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what waits, one after the other. Whoever calls it for a job is the only one doing so on all instances. */
@Slf4j
@Component
class JobLoop {

    /** A run that took its process down this often is given up. */
    static final int MOST_ATTEMPTS = 5;

    private final JobQueue queue;
    private final JobCatalogue catalogue;
    private final BackgroundStaff background;
    private final ApplicationEventPublisher events;
    private final TransactionOperations requiresNew;
    private final BusinessClock clock;

    JobLoop(
            JobQueue queue,
            JobCatalogue catalogue,
            BackgroundStaff background,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.queue = queue;
        this.catalogue = catalogue;
        this.background = background;
        this.events = events;
        this.clock = clock;
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.requiresNew = template;
    }

    /** Runs everything that waits for {@code job} until nothing is left or {@code stopping}. */
    void drain(String job, BooleanSupplier stopping) {
        giveUpExhausted(job);
        while (!stopping.getAsBoolean()) {
            Optional<JobQueue.Begun> next = queue.take(job, clock.now());
            if (next.isEmpty()) {
                return;
            }
            run(job, next.get(), stopping);
        }
    }

    /** Runs everything that waits for any job, here and now. */
    void runPending() {
        for (List<String> jobs = queue.jobsToWake(); !jobs.isEmpty(); jobs = queue.jobsToWake()) {
            jobs.forEach(job -> drain(job, () -> false));
        }
    }

    private void run(String name, JobQueue.Begun run, BooleanSupplier stopping) {
        log.info("Run {} of job {} begins, attempt {}", run.id(), name, run.attempt());
        try (RunningJob progress = new RunningJob(run, queue, requiresNew, clock)) {
            Job job = catalogue.find(name).orElseThrow(() -> new IllegalStateException("There is no job " + name));
            runAsSystem(job, progress);
            progress.settle();
            if (!queue.succeed(run, clock.now())) {
                throw new RunLost(run.id());
            }
            log.info("Run {} of job {} succeeded", run.id(), name);
        } catch (RunLost e) {
            log.warn("Run {} of job {} was taken over by another instance", run.id(), name);
        } catch (Refusal e) {
            log.info("Run {} of job {} was refused: {}", run.id(), name, e.messageCode());
            fail(name, run, new JobQueue.Failure(Optional.of(e.messageCode()), plain(e.facts()), Optional.empty()));
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (stopping.getAsBoolean()) {
                log.info("Run {} of job {} was cut off by the shutdown and will be resumed", run.id(), name, e);
                return;
            }
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("Reference {}: run {} of job {} failed", reference, run.id(), name, e);
            fail(name, run, new JobQueue.Failure(Optional.empty(), List.of(), Optional.of(reference)));
        }
    }

    private void runAsSystem(Job job, JobProgress progress) throws Exception {
        Outcome outcome = new Outcome();
        background.run(() -> outcome.of(job, progress));
        outcome.rethrow();
    }

    /**
     * The run is failed and its owner told in one transaction. A run cut off by a shutdown is not failed: it goes on later. Nor is one
     * that another instance has taken over: it is under way there, and whoever owns it must not think otherwise.
     */
    private void fail(String job, JobQueue.Begun run, JobQueue.Failure failure) {
        background.run(() -> requiresNew.executeWithoutResult(status -> {
            if (queue.fail(run, failure, clock.now())) {
                events.publishEvent(new JobFailed(job, run.argument()));
            }
        }));
    }

    private void giveUpExhausted(String job) {
        background.run(() ->
                requiresNew.executeWithoutResult(status -> queue.failExhausted(job, MOST_ATTEMPTS, clock.now())
                        .forEach(argument -> events.publishEvent(new JobFailed(job, argument)))));
    }

    /** Numbers stay numbers for the message; everything else becomes text. */
    private static List<Object> plain(Object[] facts) {
        return List.of(facts).stream()
                .map(fact -> fact instanceof Number ? fact : (Object) fact.toString())
                .toList();
    }

    /** Carries a checked exception out of a {@link Runnable}. */
    private static final class Outcome {

        private Optional<Exception> failure = Optional.empty();

        void of(Job job, JobProgress progress) {
            try {
                job.run(progress);
            } catch (Exception e) {
                failure = Optional.of(e);
            }
        }

        void rethrow() throws Exception {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }
}
