package io.wellspring.profiles;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Some of the users of one {@link ProfileState}: a bit for the place of each. Never changes; sets of different states do not mix. */
public final class UserSet implements KeptAnswers.Weighed {

    private final BitSet places;
    private final int everybody;

    UserSet(BitSet places, int everybody) {
        this.places = places;
        this.everybody = everybody;
    }

    public UserSet and(UserSet other) {
        BitSet both = (BitSet) places.clone();
        both.and(other.places);
        return new UserSet(both, everybody);
    }

    public UserSet or(UserSet other) {
        BitSet either = (BitSet) places.clone();
        either.or(other.places);
        return new UserSet(either, everybody);
    }

    /** Everybody else. */
    public UserSet not() {
        BitSet others = (BitSet) places.clone();
        others.flip(0, everybody);
        return new UserSet(others, everybody);
    }

    public UserSet without(UserSet other) {
        BitSet rest = (BitSet) places.clone();
        rest.andNot(other.places);
        return new UserSet(rest, everybody);
    }

    public boolean has(int place) {
        return place >= 0 && places.get(place);
    }

    public int size() {
        return places.cardinality();
    }

    /** The places of its users, the lowest first. */
    public IntStream places() {
        return places.stream();
    }

    /** The first place from one on; -1 if there is none. */
    int next(int from) {
        return places.nextSetBit(from);
    }

    @Override
    public long bytes() {
        return everybody / Byte.SIZE;
    }
}
