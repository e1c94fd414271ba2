package io.wellspring.users;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user said of being contacted, once.
 *
 * @param given whether they agreed; empty if that is no longer known, as after an import that had said it was undone
 * @param intakeId the import that said so, or whose undoing did
 * @param by the member of staff who took it down, or who merged two users
 * @param reason what staff noted of it
 */
public record ConsentEntry(
        ContactMedium medium,
        Optional<Boolean> given,
        Instant happenedAt,
        Cause cause,
        OptionalLong intakeId,
        Optional<String> by,
        Optional<String> reason) {

    public enum Cause {
        IMPORT,
        UNDO,
        MERGE,
        STAFF
    }
}
