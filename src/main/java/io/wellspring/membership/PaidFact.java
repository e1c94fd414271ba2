package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happened to a paid membership.
 *
 * @param term the start or renewal that paid for the term it is about
 * @param day on which it happened
 * @param from the first day it pays for, of a start or a renewal
 * @param until the first day it no longer pays for
 * @param amount what was paid, of a refund what was given back
 */
public record PaidFact(
        long id,
        UserId user,
        PaidKind kind,
        long term,
        long plan,
        LocalDate day,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Money amount) {}
