package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.YearMonth;

/**
 * Memberships whose last day lies in a month, as far as nothing is paid beyond.
 *
 * @param worth what they bring if all are renewed at today's prices
 */
public record EndingMonth(YearMonth month, long memberships, long users, Money worth) {}
