package io.wellspring.lifecycle;

import java.util.Optional;

/**
 * How many users stood in one stage on one day and in another on a later one.
 *
 * @param from empty for those who came to us in between
 */
public record StageFlow(Optional<Stage> from, Stage to, long users) {}
