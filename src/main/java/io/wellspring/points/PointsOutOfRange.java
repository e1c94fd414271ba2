package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** So many points cannot be given or taken. */
public final class PointsOutOfRange extends Refusal.Rejected {

    private final boolean upOnly;

    private PointsOutOfRange(long most, boolean upOnly) {
        super(most);
        this.upOnly = upOnly;
    }

    /** Some were to be given, or taken, and how many says a number above nothing. */
    static PointsOutOfRange above0(long most) {
        return new PointsOutOfRange(most, true);
    }

    /** They go up or down. */
    static PointsOutOfRange not0(long most) {
        return new PointsOutOfRange(most, false);
    }

    @Override
    public String messageCode() {
        return upOnly ? super.messageCode() + ".above-0" : super.messageCode();
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
