package io.wellspring.membership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Columns read for trying drafts, as long as somebody goes on trying and there is room. What they are kept under holds the revision they are
 * of, which comes from the database, so instances never disagree.
 */
@Component
class KeptColumns {

    /** All columns together take no more than one in so many bytes of the heap. */
    private static final long SHARE = 8;

    private static final long KILOBYTE = 1024;
    private static final Duration UNASKED = Duration.ofMinutes(30);

    /** What takes room. */
    interface Weighed {

        /** About how many bytes it takes. */
        long bytes();
    }

    private final Cache<Object, Weighed> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / KILOBYTE)
            .weigher((Object asked, Weighed columns) -> Math.toIntExact(1 + columns.bytes() / KILOBYTE))
            .expireAfterAccess(UNASKED)
            .build();

    /** The columns, read if need be; several who ask the same at once wait for one reading. */
    @SuppressWarnings("unchecked")
    <T extends Weighed> T of(Object asked, Supplier<T> reading) {
        return (T) kept.get(asked, unused -> reading.get());
    }
}
