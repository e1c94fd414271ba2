package io.wellspring.membership;

import java.util.Optional;

/**
 * What an activity brings each time.
 *
 * @param dailyCap the most it brings on one business day
 * @param monthlyCap the most it brings in one calendar month
 */
public record ActivityRule(String type, int growth, Optional<Integer> dailyCap, Optional<Integer> monthlyCap) {}
