package io.wellspring.rfm;

import java.util.List;

/** What a user is scored by, in the order of a class code. */
public enum Dimension {
    /** Days since the last order in the window; fewer is better. */
    RECENCY("r"),
    /** Orders in the window; more is better. */
    FREQUENCY("f"),
    /** Net amount in the window, in minor units; more is better. */
    MONETARY("m");

    public static final List<Dimension> ALL = List.of(values());

    private final String letter;

    Dimension(String letter) {
        this.letter = letter;
    }

    /** {@code r}, {@code f} or {@code m}. */
    public String letter() {
        return letter;
    }

    /** Whether a smaller value is the better one. */
    public boolean lowerIsBetter() {
        return this == RECENCY;
    }
}
