package io.wellspring.segments;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.stereotype.Component;

/**
 * Does several things at a time, as many as there are processors, in the name of whoever asks. Never asked by somebody who holds a
 * connection, since each of the things wants one of its own.
 */
@Component
class SideBySide {

    private final ExecutorService threads = new DelegatingSecurityContextExecutorService(
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors())));

    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    /** What came of it, or the exception it ended with. */
    static <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What came of all of them, in their order. */
    <T> List<T> all(List<Supplier<T>> questions) {
        List<CompletableFuture<T>> asked = questions.stream().map(this::ask).toList();
        return asked.stream().map(SideBySide::answer).toList();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
