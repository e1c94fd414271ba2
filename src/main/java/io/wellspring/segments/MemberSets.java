package io.wellspring.segments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The members of segments in memory, each read when it is first asked for and kept until somebody comes or goes. What tells one from the
 * next comes from the database, so instances never disagree; a refresh leaves here what it has found out anyway.
 */
@Component
@RequiredArgsConstructor
class MemberSets {

    /** All together take no more than one in so many bytes of the heap. */
    private static final long SHARE = 16;

    private static final long KILOBYTE = 1024;

    private final RuleSets reading;

    private final Cache<MemberVersion, UserNumbers> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE / KILOBYTE)
            .weigher((MemberVersion version, UserNumbers members) -> Math.toIntExact(1 + members.bytes() / KILOBYTE))
            .build();

    /** The members; read after the version was, so that they are never older than it. */
    UserNumbers of(MemberVersion version) {
        return kept.get(version, unused -> reading.numbersOf(version.segment()));
    }

    void keep(MemberVersion version, UserNumbers members) {
        kept.put(version, members);
    }
}
