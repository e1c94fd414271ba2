package io.wellspring.points.web;

import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.users.IdentityKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What another system asks of points, a record for each kind of request: a field that does not belong to it is refused. docs/points.md says what each value means. */
interface PointsRequest {

    LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Names a user, in one way. */
    interface AboutUser extends PointsRequest {

        @Nullable
        Long userId();

        @Nullable
        String externalId();

        @Nullable
        String phone();

        @Nullable
        String email();

        default Stream<Named> named() {
            return Stream.of(
                            named(IdentityKind.EXTERNAL_ID, externalId()),
                            named(IdentityKind.PHONE, phone()),
                            named(IdentityKind.EMAIL, email()))
                    .flatMap(Optional::stream);
        }

        private static Optional<Named> named(IdentityKind kind, @Nullable String value) {
            return Optional.ofNullable(value)
                    .filter(text -> !text.isBlank())
                    .map(text -> new Named(kind, text.strip()));
        }
    }

    /** Asks for an entry of the ledger. */
    interface Writing extends PointsRequest {

        @Nullable
        LocalDate day();

        @Nullable
        String source();

        @Nullable
        String reason();

        /**
         * The business day it is about; empty if it does not say.
         *
         * @throws DayUnfit if it is yet to come, or long ago
         */
        default Optional<LocalDate> someDay(LocalDate today) {
            return Optional.ofNullable(day()).map(asked -> {
                if (asked.isBefore(EARLIEST) || asked.isAfter(today)) {
                    throw new DayUnfit("day", EARLIEST, today);
                }
                return asked;
            });
        }
    }

    /** One way to name a user. */
    record Named(IdentityKind kind, String value) {}

    record OfUser(
            @Nullable Long userId,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email) implements AboutUser {

        /** As an address names one. */
        static OfUser about(@Nullable Long userId, @Nullable String externalId) {
            return new OfUser(userId, externalId, null, null);
        }
    }

    record Earn(
            @Nullable Long userId,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Long amount,
            @Nullable LocalDate day,
            @Nullable LocalDate availableFrom,
            @Nullable Expiry expiry,
            @Nullable String source,
            @Nullable String reason)
            implements AboutUser, Writing {

        Points points() {
            return required(amount);
        }

        LocalDate firstDay(LocalDate earned) {
            return availableFrom == null ? earned : known(availableFrom, "availableFrom");
        }

        ExpiryPolicy expiryPolicy() {
            return expiry == null ? new ExpiryPolicy.Never() : expiry.policyAsked();
        }
    }

    record Spend(
            @Nullable Long userId,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Long amount,
            @Nullable LocalDate day,
            @Nullable String source,
            @Nullable String reason)
            implements AboutUser, Writing {

        Points points() {
            return required(amount);
        }
    }

    /** @param original the Idempotency-Key of what is reversed */
    record Reverse(
            @Nullable String original,
            @Nullable Long amount,
            @Nullable LocalDate day,
            @Nullable String source,
            @Nullable String reason)
            implements Writing {

        Optional<Points> somePoints() {
            return Optional.ofNullable(amount).map(Points::new);
        }

        String originalKey() {
            if (original == null) {
                throw new FieldUnclear("original");
            }
            return original;
        }
    }

    /** @param orderAmount what the order costs that points pay a part of */
    record Pay(
            @Nullable Long userId,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable BigDecimal orderAmount,
            @Nullable Long amount)
            implements AboutUser {

        BigDecimal paid() {
            if (orderAmount == null) {
                throw new FieldUnclear("orderAmount");
            }
            return orderAmount;
        }

        Optional<Points> somePoints() {
            return Optional.ofNullable(amount).map(Points::new);
        }
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

    private static Points required(@Nullable Long amount) {
        if (amount == null) {
            throw new FieldUnclear("amount");
        }
        return new Points(amount);
    }

    private static LocalDate known(@Nullable LocalDate day, String field) {
        if (day == null || day.isBefore(EARLIEST) || day.getYear() >= 2200) {
            throw new FieldUnclear(field);
        }
        return day;
    }
}
