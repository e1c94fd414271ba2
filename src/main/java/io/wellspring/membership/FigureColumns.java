package io.wellspring.membership;

/** What everybody did in a window, by the place of the user; the lowest number is the first. */
record FigureColumns(long[] users, long[] growth, long[] spend, int[] orders, int[] activeDays)
        implements KeptColumns.Weighed {

    @Override
    public long bytes() {
        return (long) users.length * (3 * Long.BYTES + 2 * Integer.BYTES);
    }
}
