package io.wellspring.membership;

/**
 * Who stands in which tier, by the place of the user, and what is paid for; the lowest number is the first.
 *
 * @param tiers the tier of each user, as a place in {@code tierIds}
 * @param payers who pays on the day; one user may pay for several tiers
 * @param paidNumbers for which tier each of them does, by its number through all versions
 * @param given who holds a tier by hand
 * @param backTierIds which tier follows that; 0 is what is earned
 */
record StandingColumns(
        long[] users, short[] tiers, long[] tierIds, long[] payers, int[] paidNumbers, long[] given, long[] backTierIds)
        implements KeptColumns.Weighed {

    @Override
    public long bytes() {
        return (long) users.length * (Long.BYTES + Short.BYTES)
                + (long) payers.length * (Long.BYTES + Integer.BYTES)
                + (long) given.length * 2 * Long.BYTES;
    }
}
