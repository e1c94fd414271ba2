package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Some entries of the ledger, the latest day first.
 *
 * @param older where the next page begins; empty if this is the last
 */
public record LedgerPage(List<Row> rows, Optional<Place> older) {

    public LedgerPage {
        rows = List.copyOf(rows);
    }

    public record Row(Posting posting, LocalDate day, Instant at, Cause cause, String by, Optional<String> key) {}

    public record Place(LocalDate day, long entry) {

        @Override
        public String toString() {
            return day + "_" + entry;
        }
    }
}
