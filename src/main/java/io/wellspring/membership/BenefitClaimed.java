package io.wellspring.membership;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A benefit was claimed, in the transaction of the claim.
 *
 * @param claim the number of the claim, which no other has
 * @param benefit what it is called, in both languages
 * @param points what it brings; empty if it brings none
 */
public record BenefitClaimed(UserId user, long claim, String benefit, Optional<ClaimPoints> points, LocalDate day) {}
