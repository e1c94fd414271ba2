package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry that stands under a key, with what tells whether the same is asked for again. */
record PostedEntry(
        Posting posting,
        @Nullable Long asked,
        LocalDate day,
        Cause cause,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate expiresOn,
        @Nullable String reverses) {

    boolean isEarning(EntryKind kind, UserId user, Points amount, PointsWriting writing, Lot lot) {
        return isOf(kind, user, writing)
                && posting.amount().equals(amount)
                && Objects.equals(availableFrom, lot.availableFrom())
                && Objects.equals(expiresOn, lot.lastDay().orElse(null));
    }

    boolean isDrawing(EntryKind kind, UserId user, Points amount, PointsWriting writing) {
        return isOf(kind, user, writing) && posting.amount().equals(amount.negated());
    }

    boolean isReversal(EntryKind kind, UserId user, Reversal reversal, PointsWriting writing) {
        return isOf(kind, user, writing)
                && Objects.equals(asked, reversal.amount().map(Points::value).orElse(null))
                && Objects.equals(reverses, reversal.original().text());
    }

    private boolean isOf(EntryKind kind, UserId user, PointsWriting writing) {
        return posting.kind() == kind
                && posting.user().equals(user)
                && day.equals(writing.day())
                && cause.equals(writing.cause());
    }

    /** When a new lot can be spent. */
    record Lot(LocalDate availableFrom, Optional<LocalDate> lastDay) {}
}
