package io.wellspring.shared;

/**
 * Tells of each text whether it may have come before: never wrong about one that has, wrong about few that have not (two in a thousand
 * after ten million, growing from there on), in constant memory. What it suspects is checked exactly elsewhere. A Bloom filter (B. H.
 * Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13(7), 1970) with its six bits taken from one 64-bit hash by
 * double hashing.
 */
public final class RepeatFilter {

    private static final int BITS = 1 << 27;
    private static final int HASHES = 6;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final long[] bits = new long[BITS >> 6];

    /**
     * Remembers a text.
     *
     * @param kind what sort of text it is; equal texts of different kinds are different
     * @return whether an equal one of the kind may have been remembered before
     */
    public boolean mayRepeat(int kind, String text) {
        long hash = hash(kind, text);
        int step = (int) (hash >>> 32) | 1;
        int at = (int) hash;
        boolean seen = true;
        for (int i = 0; i < HASHES; i++) {
            int bit = at & BITS - 1;
            long mask = 1L << bit;
            if ((bits[bit >> 6] & mask) == 0) {
                bits[bit >> 6] |= mask;
                seen = false;
            }
            at += step;
        }
        return seen;
    }

    private static long hash(int kind, String text) {
        long hash = (kind + 1) * MULTIPLIER;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash *= MULTIPLIER;
        return hash ^ hash >>> 32;
    }
}
