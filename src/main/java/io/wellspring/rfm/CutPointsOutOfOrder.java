package io.wellspring.rfm;

import io.wellspring.shared.Refusal;
import java.util.Locale;
import java.util.Optional;

/** Cut points of which a better score does not have a strictly better bound. */
public class CutPointsOutOfOrder extends Refusal.Rejected {

    private final transient Dimension dimension;

    CutPointsOutOfOrder(Dimension dimension) {
        super(dimension.letter().toUpperCase(Locale.ROOT));
        this.dimension = dimension;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(dimension.letter() + ".bounds");
    }
}
