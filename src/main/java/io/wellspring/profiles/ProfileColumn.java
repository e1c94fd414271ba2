package io.wellspring.profiles;

import io.wellspring.shared.CopyRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The values of one field in one state of the profiles, by the place of the user: whole numbers, days since 1970, or words by their number. */
final class ProfileColumn implements KeptAnswers.Weighed {

    /** Where a user has no value. */
    static final long MISSING = Long.MIN_VALUE;

    private static final int NARROW_MISSING = Integer.MIN_VALUE;

    private final int[] narrow;
    private final long[] wide;
    private final Map<String, Integer> words;

    private ProfileColumn(int[] narrow, long[] wide, Map<String, Integer> words) {
        this.narrow = narrow;
        this.wide = wide;
        this.words = words;
    }

    /** Numbers by place. */
    static ProfileColumn of(long[] values) {
        return of(values, Map.of());
    }

    /** In half the room where all values are small enough. */
    private static ProfileColumn of(long[] values, Map<String, Integer> words) {
        if (!Arrays.stream(values).allMatch(ProfileColumn::isNarrow)) {
            return new ProfileColumn(new int[0], values, words);
        }
        int[] narrow = new int[values.length];
        Arrays.setAll(narrow, place -> values[place] == MISSING ? NARROW_MISSING : (int) values[place]);
        return new ProfileColumn(narrow, new long[0], words);
    }

    private static boolean isNarrow(long value) {
        return value == MISSING || (value > NARROW_MISSING && value <= Integer.MAX_VALUE);
    }

    long at(int place) {
        if (wide.length > 0) {
            return wide[place];
        }
        return narrow[place] == NARROW_MISSING ? MISSING : narrow[place];
    }

    /** How many words there are; they are numbered from zero on. */
    int words() {
        return words.size();
    }

    /** The number of a word; -1 for one that nobody has. */
    int numberOf(String word) {
        return words.getOrDefault(word, -1);
    }

    @Override
    public long bytes() {
        return (long) narrow.length * Integer.BYTES + (long) wide.length * Long.BYTES;
    }

    /** Takes the values in whatever order they come. */
    static final class Builder {

        private final boolean ofWords;
        private final Map<String, Integer> words = new HashMap<>();
        private final long[] values;

        /** @param ofWords whether it takes texts rather than numbers */
        Builder(boolean ofWords, int users) {
            this.ofWords = ofWords;
            this.values = new long[users];
            Arrays.fill(values, MISSING);
        }

        /** Takes one of the values of a row, of the user at a place. */
        void put(int place, CopyRow row, int value) {
            if (!row.isMissing(value)) {
                values[place] = ofWords ? number(Objects.requireNonNull(row.text(value))) : row.number(value);
            }
        }

        private int number(String word) {
            return words.computeIfAbsent(word, unused -> words.size());
        }

        ProfileColumn build() {
            return of(values, words);
        }
    }
}
