package io.wellspring.rfm.web;

import io.wellspring.rfm.Dimension;

/** Which two dimensions the heat map is spread over. */
enum HeatAxes {
    RF(Dimension.RECENCY, Dimension.FREQUENCY),
    FM(Dimension.FREQUENCY, Dimension.MONETARY),
    RM(Dimension.RECENCY, Dimension.MONETARY);

    private final Dimension down;
    private final Dimension across;

    HeatAxes(Dimension down, Dimension across) {
        this.down = down;
        this.across = across;
    }

    public Dimension down() {
        return down;
    }

    public Dimension across() {
        return across;
    }

    public String title() {
        return name().charAt(0) + " × " + name().charAt(1);
    }
}
