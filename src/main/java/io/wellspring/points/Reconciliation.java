package io.wellspring.points;

import java.time.Instant;
import java.util.List;

/**
 * Whether ledger, lots and debts tell the same.
 *
 * @param comparedAt when they were compared
 * @param kept whether that was before somebody asked, since the ledger is long
 * @param drift where they do not; must be empty
 */
public record Reconciliation(Instant comparedAt, boolean kept, List<PointsDrift> drift) {}
