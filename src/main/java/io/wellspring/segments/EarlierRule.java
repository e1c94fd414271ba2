package io.wellspring.segments;

import java.time.Instant;

/** A rule that a segment had from some time on. */
public record EarlierRule(int version, RuleNode rule, String savedBy, Instant savedAt) {}
