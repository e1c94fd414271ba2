package io.wellspring.membership;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A claim was taken back, in the transaction that did.
 *
 * @param claim the number of the claim
 * @param points how many points it had brought; empty if it brought none
 * @param day the business day on which it was taken back
 */
public record BenefitClaimUndone(UserId user, long claim, Optional<Long> points, String reason, LocalDate day) {}
