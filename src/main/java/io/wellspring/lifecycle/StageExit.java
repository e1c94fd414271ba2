package io.wellspring.lifecycle;

import java.util.Optional;

/**
 * How often users left a stage, and after how long in it.
 *
 * @param to for which; empty for all together
 */
public record StageExit(Stage from, Optional<Stage> to, long moves, double medianDays, double p75Days) {}
