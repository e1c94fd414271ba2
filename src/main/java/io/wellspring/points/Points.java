package io.wellspring.points;

/** So many points; whole ones, negative where they are taken or owed. What one writing may be about is {@value #MOST}; a total may be more. */
public record Points(long value) implements Comparable<Points> {

    public static final long MOST = 1_000_000_000_000L;
    public static final Points ZERO = new Points(0);

    public Points negated() {
        return new Points(Math.negateExact(value));
    }

    public boolean isPositive() {
        return value > 0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

    /**
     * The same, if it is something to give or take at once.
     *
     * @throws PointsOutOfRange if it is nothing or less, or more than that
     */
    Points positive() {
        if (value <= 0 || value > MOST) {
            throw PointsOutOfRange.above0(MOST);
        }
        return this;
    }

    /**
     * The same, if so many can be given or taken at once.
     *
     * @throws PointsOutOfRange if they are more than that
     */
    Points within() {
        if (value > MOST || value < -MOST) {
            throw PointsOutOfRange.not0(MOST);
        }
        return this;
    }
}
