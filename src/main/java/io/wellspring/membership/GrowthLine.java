package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the ledger of growth value.
 *
 * @param type of activity; empty for anything else
 * @param total what it had all come to
 * @param orderNumber of an order or a refund, as long as it is on record
 */
public record GrowthLine(
        long entryId,
        LocalDate day,
        GrowthSource source,
        String type,
        long ref,
        long amount,
        long total,
        Optional<String> reason,
        Optional<String> by,
        Optional<String> orderNumber) {}
