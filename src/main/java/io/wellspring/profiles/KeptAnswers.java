package io.wellspring.profiles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What was counted of the profiles in one state of them, until they change. The state comes from the database, so instances never
 * disagree; several who ask the same at once wait for one answer.
 */
@Component
class KeptAnswers {

    private static final int MOST = 1000;

    private record Question(UUID revision, Object asked) {}

    private final Map<Question, CompletableFuture<Object>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, CompletableFuture<Object>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The answer, counted if need be.
     *
     * @param revision the state of the profiles, read before anything is counted: what is newer than its key is never taken for older
     */
    @SuppressWarnings("unchecked")
    <T> T of(UUID revision, Object asked, Supplier<T> counting) {
        Question question = new Question(revision, asked);
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> there;
        synchronized (kept) {
            there = kept.putIfAbsent(question, mine);
        }
        if (there != null) {
            return (T) join(there);
        }
        try {
            T answer = counting.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            forget(question, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The answer, if it has been counted. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> find(UUID revision, Object asked) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(new Question(revision, asked)))
                    .filter(there -> there.isDone() && !there.isCompletedExceptionally())
                    .map(there -> (T) there.join());
        }
    }

    private void forget(Question question, CompletableFuture<Object> mine) {
        synchronized (kept) {
            kept.remove(question, mine);
        }
    }

    private static Object join(CompletableFuture<Object> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
