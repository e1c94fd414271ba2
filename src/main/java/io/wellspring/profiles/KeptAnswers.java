package io.wellspring.profiles;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wellspring.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What was read or counted of the profiles in one state of them, until they change or the room is wanted for something else. The state comes
 * from the database, so instances never disagree; several who ask the same at once wait for one answer.
 */
@Component
class KeptAnswers {

    /** All answers together take no more than one in so many bytes of the heap. */
    private static final long SHARE = 4;

    private static final long KILOBYTE = 1024;

    /** An answer that takes more room than a number. */
    interface Weighed {

        /** About how many bytes it takes. */
        long bytes();
    }

    private record Question(UUID revision, Object asked) {}

    /** What those who wait are told where there is no answer to keep: a refusal is no failure of which the cache need tell in the log. */
    private record Refused(Refusal refusal) {}

    private final AsyncCache<Question, Object> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / KILOBYTE)
            .weigher((Question question, Object answer) -> kilobytes(answer))
            .buildAsync();

    /**
     * The answer, found out if need be; by whoever asks, on its own connection.
     *
     * @param revision the state of the profiles, read before anything is counted: what is newer than its key is never taken for older
     */
    <T> T of(UUID revision, Object asked, Supplier<T> finding) {
        Question question = new Question(revision, asked);
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> there = kept.asMap().putIfAbsent(question, mine);
        if (there != null) {
            return answer(there);
        }
        try {
            T answer = finding.get();
            mine.complete(answer);
            return answer;
        } catch (ProfilesMoved e) {
            // Nothing has failed, so the cache need not tell of it in the log; who waits for the answer asks again too.
            mine.cancel(false);
            throw e;
        } catch (Refusal e) {
            kept.asMap().remove(question, mine);
            mine.complete(new Refused(e));
            throw e;
        } catch (RuntimeException | Error e) {
            // A future that failed is not kept.
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The answer, if it has been found out. */
    <T> Optional<T> find(UUID revision, Object asked) {
        return Optional.ofNullable(kept.getIfPresent(new Question(revision, asked)))
                .filter(there -> there.isDone() && !there.isCompletedExceptionally())
                .map(KeptAnswers::answer);
    }

    @SuppressWarnings("unchecked")
    private static <T> T answer(CompletableFuture<Object> there) {
        try {
            Object answer = there.join();
            if (answer instanceof Refused refused) {
                throw refused.refusal();
            }
            return (T) answer;
        } catch (CancellationException e) {
            throw new ProfilesMoved();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static int kilobytes(Object answer) {
        return answer instanceof Weighed weighed ? Math.toIntExact(1 + weighed.bytes() / KILOBYTE) : 1;
    }
}
