package io.wellspring.rfm;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The line a value must be strictly better than to count as high in a class.
 *
 * @param parameter the chosen value, in days, orders or minor units, or the share in percent; empty for methods without one
 * @param value what the method gave when the version was made
 */
public record Threshold(ThresholdMethod method, Optional<BigDecimal> parameter, BigDecimal value) {}
