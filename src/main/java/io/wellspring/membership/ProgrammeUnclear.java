package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A programme contradicts itself. */
public final class ProgrammeUnclear extends Refusal.Rejected {

    private final String field;
    private final String what;

    ProgrammeUnclear(String field, String what) {
        super();
        this.field = field;
        this.what = what;
    }

    @Override
    public String messageCode() {
        return "refusal.ProgrammeUnclear." + what;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
