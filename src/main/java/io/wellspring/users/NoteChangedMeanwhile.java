package io.wellspring.users;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Somebody else changed a note since it was read. */
public final class NoteChangedMeanwhile extends Refusal.Conflict {

    NoteChangedMeanwhile(String by) {
        super(by);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("text");
    }
}
