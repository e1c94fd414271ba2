package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The days in a row bring nothing, or too much, or there are too many of them. */
public final class StepsUnfit extends Refusal.Rejected {

    StepsUnfit(int mostSteps, long mostPoints) {
        super(mostSteps, mostPoints);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("steps");
    }
}
