package io.wellspring.users;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A note says nothing, or too much. */
public final class NoteTextMissing extends Refusal.Rejected {

    NoteTextMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("text");
    }
}
