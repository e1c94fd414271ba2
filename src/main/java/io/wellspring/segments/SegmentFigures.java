package io.wellspring.segments;

import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import java.util.List;
import java.util.Map;

/**
 * What the members of a segment bring, and how they are made up.
 *
 * @param net net amount of all time
 * @param windowNet net amount in the window the figures are about
 * @param mixes how many have which value of each dimension, the most common first; an empty name where it is not known
 */
public record SegmentFigures(
        long users, long orders, Money net, Money windowNet, Map<Dimension, List<NamedCount>> mixes) {

    public enum Dimension {
        CLASS,
        STAGE,
        CHANNEL,
        CITY
    }

    public static final SegmentFigures NOBODY = new SegmentFigures(0, 0, Money.ZERO, Money.ZERO, Map.of());

    public SegmentFigures {
        mixes = Map.copyOf(mixes);
    }

    public List<NamedCount> mix(Dimension dimension) {
        return mixes.getOrDefault(dimension, List.of());
    }
}
