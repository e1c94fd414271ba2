package io.wellspring.rfm;

import io.wellspring.shared.Money;

/** The users of one snapshot with the same three scores and the same class. */
public record RfmCell(int r, int f, int m, RfmClass klass, RfmGroup group, long users, Money net) {

    public int score(Dimension dimension) {
        return switch (dimension) {
            case RECENCY -> r;
            case FREQUENCY -> f;
            case MONETARY -> m;
        };
    }
}
