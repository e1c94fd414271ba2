package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** More was to be taken than can be spent on that day. */
public final class InsufficientPoints extends Refusal.Conflict {

    private final boolean leftOpen;

    InsufficientPoints(Points asked, Balance balance) {
        this(asked, balance, false);
    }

    private InsufficientPoints(Points asked, Balance balance, boolean leftOpen) {
        super(asked.value(), balance.available().value());
        this.leftOpen = leftOpen;
    }

    /** Of as many as there are, fewer than the least that is of use. */
    static InsufficientPoints forTheLeast(Points least, Balance balance) {
        return new InsufficientPoints(least, balance, true);
    }

    @Override
    public String messageCode() {
        return super.messageCode() + (leftOpen ? ".least" : "");
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
