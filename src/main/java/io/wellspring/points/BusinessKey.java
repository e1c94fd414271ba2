package io.wellspring.points;

/**
 * What a source calls what it wants written, such as {@code order:shop/N1}. Written once under a key, it is never written again.
 *
 * @throws UnreadableKey if it is empty, longer than {@value #LONGEST} characters, or not printable
 */
public record BusinessKey(String text) {

    static final int LONGEST = 200;

    public BusinessKey {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableKey(LONGEST);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
