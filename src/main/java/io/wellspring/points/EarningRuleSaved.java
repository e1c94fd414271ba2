package io.wellspring.points;

/** A manager made a rule, or a new version of one; what it gives comes with the next refresh of everything. */
public record EarningRuleSaved(long ruleId, int version) {}
