package io.wellspring.rfm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the users that can be scored look like: all a new model is cut from. */
record Population(long users, Map<Dimension, Spread> spreads) {

    /**
     * One dimension of them.
     *
     * @param quintiles four values, smallest first
     * @param top the value that at most the asked-for share is strictly better than
     */
    record Spread(List<Long> quintiles, BigDecimal mean, BigDecimal median, BigDecimal top) {}

    CutPoints suggested(Dimension dimension) {
        return CutPoints.fromQuintiles(dimension, spread(dimension).quintiles());
    }

    Threshold threshold(Dimension dimension, ThresholdMethod method, Optional<BigDecimal> parameter) {
        Spread spread = spread(dimension);
        BigDecimal value =
                switch (method) {
                    case MEAN -> spread.mean();
                    case MEDIAN -> spread.median();
                    case TOP_PERCENT -> spread.top();
                    case CUSTOM -> parameter.orElseThrow();
                };
        return new Threshold(method, parameter, value.setScale(4, RoundingMode.HALF_UP));
    }

    private Spread spread(Dimension dimension) {
        return Objects.requireNonNull(spreads.get(dimension));
    }
}
