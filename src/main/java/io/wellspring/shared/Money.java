package io.wellspring.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units (cents, fen) of the one configured currency; negative where money flowed back.
 *
 * @param minor the amount in minor units
 */
public record Money(long minor) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /**
     * The amount in whole units of {@code currency}.
     *
     * @throws ArithmeticException if the amount has more decimals than the currency, or does not fit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact());
    }

    public BigDecimal in(Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.minor));
    }

    /** This amount shared equally, rounded half up to a minor unit; zero among nobody. */
    public Money dividedBy(long parts) {
        return parts == 0 ? ZERO : new Money(Math.round((double) minor / parts));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }
}
