package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The days a rule names contradict one another: it ends before it begins, or gives points that would be over already. */
public final class RuleDaysUnclear extends Refusal.Rejected {

    private final String field;

    RuleDaysUnclear(String field) {
        super();
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
