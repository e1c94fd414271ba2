package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What every entry says of itself.
 *
 * @param staffId the member of staff who wrote it, if one did
 * @param by the name it goes by on record
 */
record PointsWriting(BusinessKey key, LocalDate day, Cause cause, Instant at, Optional<Long> staffId, String by) {}
