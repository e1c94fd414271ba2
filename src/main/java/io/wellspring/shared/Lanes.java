package io.wellspring.shared;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Work about many users that nobody waits for, done side by side: one statement of the database uses one processor, and while one transaction is
 * being written to the disk another can go on.
 */
public final class Lanes {

    /** Each takes a database connection. */
    private static final int MOST = 4;

    private Lanes() {}

    /**
     * A share of the users: those whose number leaves a remainder.
     *
     * @param remainder from 0
     */
    public record Lane(int remainder, int lanes) {}

    /**
     * Does work for each share of the users, in transactions of its own, and waits for all of it.
     *
     * @return what each came to
     * @throws IllegalStateException if one of them failed, when the others have ended
     */
    public static <T> List<T> each(Function<Lane, T> work) {
        int lanes = Math.min(Runtime.getRuntime().availableProcessors(), MOST);
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
            List<Future<T>> begun = IntStream.range(0, lanes)
                    .mapToObj(remainder -> threads.submit(() -> work.apply(new Lane(remainder, lanes))))
                    .toList();
            return begun.stream().map(Lanes::ended).toList();
        }
    }

    private static <T> T ended(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("One share of the users failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others work", e);
        }
    }
}
