package io.wellspring.users;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member of staff wrote down about a user.
 *
 * @param version how often the text was changed; whoever changes it says which one they read
 * @param changeable whether who is asking may change and remove it
 */
public record StaffNote(
        long id,
        String author,
        String text,
        boolean pinned,
        Instant writtenAt,
        Optional<Change> change,
        int version,
        boolean changeable) {

    public record Change(String by, Instant at) {}
}
