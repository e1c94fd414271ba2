package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What all ledgers say together.
 *
 * @param asOf the business day it is as of
 * @param addedUpAt when it was added up
 * @param kept whether that was before somebody asked, since the ledger is long
 * @param flows what came and went by month, kind and source, since there are points
 * @param outstanding what all users have
 * @param expiring the same by the month it expires in; what never does comes last
 */
public record PointsOfAll(
        LocalDate asOf,
        Instant addedUpAt,
        boolean kept,
        List<PointsFlow> flows,
        Outstanding outstanding,
        List<ExpiringMonth> expiring) {}
