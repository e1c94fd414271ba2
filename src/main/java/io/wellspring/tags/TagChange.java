package io.wellspring.tags;

import java.time.Instant;
import java.util.Optional;

/**
 * A user got or lost a tag.
 *
 * @param tag as it is called now; one that has gone, as it was called last
 * @param causeId the member of staff, import, segment, other tag or other user; nobody where time ran out
 * @param causeName the name of the member of staff or the other tag
 */
public record TagChange(
        Instant at, boolean given, Tag tag, TagCause cause, Optional<Long> causeId, Optional<String> causeName) {}
