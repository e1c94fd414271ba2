package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Whoever is to answer for the tag is no active member of staff. */
public final class UnknownTagOwner extends Refusal.Rejected {

    UnknownTagOwner(long staffId) {
        super(staffId);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("ownerId");
    }
}
