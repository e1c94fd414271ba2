package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A part of a user's ledger, the latest first.
 *
 * @param older the entry to go on below; empty if nothing is older
 */
public record Statement(List<Line> lines, Optional<Long> older) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param day the business day it counts on
     * @param total the sum of all entries up to this one
     * @param key what its source calls it; lots that expire have none
     * @param reverses the entry it takes back
     * @param lot what it brought
     * @param draws which lots it took from (negative) and gave back to
     * @param origin what a rule gave it for
     */
    public record Line(
            Posting posting,
            LocalDate day,
            Instant at,
            Cause cause,
            String by,
            Points total,
            Optional<String> key,
            Optional<Long> reverses,
            Optional<LotTerms> lot,
            List<Draw> draws,
            Origin origin) {

        public Line {
            draws = List.copyOf(draws);
        }
    }

    /** When a lot can be spent. */
    public record LotTerms(LocalDate availableFrom, Optional<LocalDate> lastDay) {}

    /** @param settles whether it went straight into settling a debt */
    public record Draw(long lot, Points amount, Optional<LocalDate> lastDay, boolean settles) {}
}
