package io.wellspring.membership;

import java.math.BigInteger;

/** A share to be counted on without rounding, in lowest terms. */
public record Fraction(BigInteger top, BigInteger bottom) {

    static final Fraction ZERO = of(0, 1);

    private static final BigInteger TWO = BigInteger.TWO;

    public Fraction {
        BigInteger common = top.gcd(bottom).multiply(BigInteger.valueOf(bottom.signum()));
        top = top.divide(common);
        bottom = bottom.divide(common);
    }

    static Fraction of(long top, long bottom) {
        return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(other.times(-1));
    }

    Fraction times(long many) {
        return new Fraction(top.multiply(BigInteger.valueOf(many)), bottom);
    }

    Fraction dividedBy(long parts) {
        return new Fraction(top, bottom.multiply(BigInteger.valueOf(parts)));
    }

    /** The nearest whole number; a half goes away from nothing. */
    long rounded() {
        BigInteger size = top.abs().multiply(TWO).add(bottom).divide(bottom.multiply(TWO));
        return size.multiply(BigInteger.valueOf(top.signum())).longValueExact();
    }
}
