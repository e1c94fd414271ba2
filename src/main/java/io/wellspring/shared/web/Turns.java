package io.wellspring.shared.web;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages are made a few at a time, two a processor, in the order in which they were asked for. All of them at once would take as long
 * together, but some twice as long as others, as whoever happens to come last waits for everybody. A page that takes its time counts no
 * longer than {@link #LONGEST}, and nobody waits longer than that to begin.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Turns extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofMillis(250);

    private static final int PER_PROCESSOR = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turns").factory());
    private final Semaphore turns;
    private final long longest;

    @Autowired
    Turns() {
        this(PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), LONGEST);
    }

    Turns(int atATime, Duration longest) {
        this.turns = new Semaphore(atATime, true);
        this.longest = longest.toMillis();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!begins()) {
            chain.doFilter(request, response);
            return;
        }
        AtomicBoolean over = new AtomicBoolean();
        Future<?> untilThen = timer.schedule(() -> end(over), longest, TimeUnit.MILLISECONDS);
        try {
            chain.doFilter(request, response);
        } finally {
            untilThen.cancel(false);
            end(over);
        }
    }

    /** False for whoever has waited long enough, and begins beside the others. */
    private boolean begins() {
        try {
            return turns.tryAcquire(longest, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(AtomicBoolean over) {
        if (over.compareAndSet(false, true)) {
            turns.release();
        }
    }

    /** How many could begin at once. */
    int free() {
        return turns.availablePermits();
    }

    /** How many wait to begin. */
    int waiting() {
        return turns.getQueueLength();
    }

    /** What is sent or uploaded takes as long as its sender does. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod());
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
