package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which entries of the ledger are looked for.
 *
 * @param key the whole business key
 * @param from the first day
 * @param to the last day
 * @param below where the page before ended
 */
public record LedgerFilter(
        Optional<UserId> user,
        Optional<EntryKind> kind,
        Optional<String> key,
        LocalDate from,
        LocalDate to,
        Optional<LedgerPage.Place> below) {

    public static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
}
