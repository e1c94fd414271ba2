package io.wellspring.rfm;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where one dimension's scores begin, so that equal values always score equally. For frequency and amount a bound is the least value
 * of its score; for recency it is the most days of its score. Scores 2 to 5 may have a bound; a score without one is left out, and
 * what no bound reaches scores 1.
 *
 * @param bounds score → bound, in orders, minor units or days
 */
public record CutPoints(Dimension dimension, SortedMap<Integer, Long> bounds) {

    /**
     * Checks the bounds.
     *
     * @throws CutPointsOutOfOrder if a better score does not have a strictly better bound
     */
    public CutPoints {
        SortedMap<Integer, Long> copy = new TreeMap<>(bounds);
        Long worse = null;
        for (Map.Entry<Integer, Long> bound : copy.entrySet()) {
            if (bound.getKey() < 2 || bound.getKey() > 5) {
                throw new IllegalArgumentException("There is no bound for score " + bound.getKey());
            }
            if (worse != null && !isBetter(dimension, bound.getValue(), worse)) {
                throw new CutPointsOutOfOrder(dimension);
            }
            worse = bound.getValue();
        }
        bounds = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Cut points from the four quintile values, smallest first. A value's frequency or monetary score is 1 + the number of quintile
     * values strictly below it; its recency score is 5 − the number of quintile values strictly below it. Where quintiles coincide
     * the scores between are left out: among 60 % one-time buyers frequency scores 1, 4 and 5.
     */
    public static CutPoints fromQuintiles(Dimension dimension, List<Long> quintiles) {
        SortedMap<Integer, Long> bounds = new TreeMap<>();
        for (long value : quintiles) {
            if (dimension.lowerIsBetter()) {
                bounds.put(5 - below(quintiles, value), value);
            } else {
                bounds.put(1 + below(quintiles, value + 1), value + 1);
            }
        }
        return new CutPoints(dimension, bounds);
    }

    public Optional<Long> bound(int score) {
        return Optional.ofNullable(bounds.get(score));
    }

    private static int below(List<Long> quintiles, long value) {
        return (int) quintiles.stream().filter(quintile -> quintile < value).count();
    }

    private static boolean isBetter(Dimension dimension, long bound, long than) {
        return dimension.lowerIsBetter() ? bound < than : bound > than;
    }
}
