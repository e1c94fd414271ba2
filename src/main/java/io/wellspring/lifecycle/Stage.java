package io.wellspring.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The eight stages of a user's life with us, in the order they are told in; users move both ways. */
public enum Stage {
    /** Never ordered. */
    PROSPECT,
    /** The first order is new. */
    NEW,
    /** Ordered on two days or more, and is on rhythm. */
    GROWING,
    /** On rhythm, and ordered often of late. */
    MATURE,
    /** Silent for longer than the rhythm explains; or ordered on one day only and is no longer new. */
    SLIPPING,
    /** Silent for much longer than the rhythm explains. */
    DORMANT,
    /** Silent for so long that no rhythm explains it. */
    LOST,
    /** Ordered again after being dormant or lost, lately. */
    RETURNED;

    public static final List<Stage> ALL = List.of(values());

    /** Whether more users in it is good news. */
    public boolean isGood() {
        return switch (this) {
            case PROSPECT, NEW, GROWING, MATURE, RETURNED -> true;
            case SLIPPING, DORMANT, LOST -> false;
        };
    }

    public static Optional<Stage> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
