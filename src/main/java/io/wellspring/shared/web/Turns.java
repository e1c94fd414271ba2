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

    static final Duration LONGEST = Duration.ofMillis(250);

    private static final int PER_PROCESSOR = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turns").factory());
    private final Semaphore turns;

    @Autowired
    Turns() {
        this(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    Turns(int atATime) {
        turns = new Semaphore(atATime, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!begins()) {
            chain.doFilter(request, response);
            return;
        }
        AtomicBoolean over = new AtomicBoolean();
        Future<?> longest = timer.schedule(() -> end(over), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            chain.doFilter(request, response);
        } finally {
            longest.cancel(false);
            end(over);
        }
    }

    /** False for whoever has waited long enough, and begins beside the others. */
    private boolean begins() {
        try {
            return turns.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
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
