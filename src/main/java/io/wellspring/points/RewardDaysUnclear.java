package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The days a reward is on offer contradict one another. */
public final class RewardDaysUnclear extends Refusal.Rejected {

    private final String field;

    RewardDaysUnclear(String field) {
        super();
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
