package io.wellspring.membership;

/**
 * A tier nobody can earn: whoever meets its entry rule meets that of a higher one as well.
 *
 * @param by the lowest such one
 */
public record OutdoneTier(Tier tier, Tier by) {}
