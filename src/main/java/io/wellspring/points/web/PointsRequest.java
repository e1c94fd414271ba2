package io.wellspring.points.web;

import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.users.IdentityKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What another system asks to be written; docs/points.md says what each value means.
 *
 * @param original the Idempotency-Key of what is reversed
 * @param orderAmount what the order costs that points pay a part of
 */
record PointsRequest(
        @Nullable Long userId,
        @Nullable String externalId,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Long amount,
        @Nullable LocalDate day,
        @Nullable LocalDate availableFrom,
        @Nullable Expiry expiry,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String original,
        @Nullable BigDecimal orderAmount) {

    /** A question about a user. */
    static PointsRequest about(@Nullable Long userId, @Nullable String externalId) {
        return new PointsRequest(userId, externalId, null, null, null, null, null, null, null, null, null, null);
    }

    enum Policy {
        NEVER,
        DAYS,
        END_OF_MONTH,
        END_OF_YEAR,
        ON_DAY
    }

    record Expiry(
            @Nullable Policy policy,
            @Nullable Integer number,
            @Nullable LocalDate day) {

        private static final int MOST = 100;
        private static final int MOST_DAYS = 36_500;

        ExpiryPolicy policyAsked() {
            if (policy == null) {
                throw new FieldUnclear("expiry.policy");
            }
            return switch (policy) {
                case NEVER -> new ExpiryPolicy.Never();
                case DAYS -> new ExpiryPolicy.AfterDays(upTo(MOST_DAYS));
                case END_OF_MONTH -> new ExpiryPolicy.EndOfMonth(upTo(MOST));
                case END_OF_YEAR -> new ExpiryPolicy.EndOfYear(upTo(MOST));
                case ON_DAY -> new ExpiryPolicy.OnDay(known(day, "expiry.day"));
            };
        }

        private int upTo(int most) {
            if (number == null || number < 0 || number > most) {
                throw new FieldUnclear("expiry.number");
            }
            return number;
        }
    }

    /** One way to name a user. */
    record Named(IdentityKind kind, String value) {}

    Stream<Named> named() {
        return Stream.of(
                        named(IdentityKind.EXTERNAL_ID, externalId),
                        named(IdentityKind.PHONE, phone),
                        named(IdentityKind.EMAIL, email))
                .flatMap(Optional::stream);
    }

    Points points() {
        if (amount == null) {
            throw new FieldUnclear("amount");
        }
        return new Points(amount);
    }

    Optional<Points> somePoints() {
        return Optional.ofNullable(amount).map(Points::new);
    }

    Optional<LocalDate> someDay() {
        return Optional.ofNullable(day).map(asked -> known(asked, "day"));
    }

    LocalDate availableFrom(LocalDate earned) {
        return availableFrom == null ? earned : known(availableFrom, "availableFrom");
    }

    ExpiryPolicy expiryPolicy() {
        return expiry == null ? new ExpiryPolicy.Never() : expiry.policyAsked();
    }

    BigDecimal paid() {
        if (orderAmount == null) {
            throw new FieldUnclear("orderAmount");
        }
        return orderAmount;
    }

    String originalKey() {
        if (original == null) {
            throw new FieldUnclear("original");
        }
        return original;
    }

    private static Optional<Named> named(IdentityKind kind, @Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(text -> new Named(kind, text.strip()));
    }

    private static LocalDate known(@Nullable LocalDate day, String field) {
        if (day == null || day.getYear() < 1900 || day.getYear() >= 2200) {
            throw new FieldUnclear(field);
        }
        return day;
    }
}
