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

    /** @param origin what a rule gave it for */
    public record Row(
            Posting posting, LocalDate day, Instant at, Cause cause, String by, Optional<String> key, Origin origin) {

        Row from(Origin found) {
            return new Row(posting, day, at, cause, by, key, found);
        }
    }

    public record Place(LocalDate day, long entry) {

        @Override
        public String toString() {
            return day + "_" + entry;
        }
    }
}
