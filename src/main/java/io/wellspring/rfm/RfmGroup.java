package io.wellspring.rfm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ten named groups; the table {@code rfm.group_cell} gives exactly one to each of the 125 cells of scores. */
public enum RfmGroup {
    CHAMPIONS,
    LOYAL,
    POTENTIAL_LOYALIST,
    NEW,
    PROMISING,
    NEEDS_ATTENTION,
    ABOUT_TO_SLEEP,
    AT_RISK,
    CANNOT_LOSE,
    LOST;

    public static final List<RfmGroup> ALL = List.of(values());

    public static Optional<RfmGroup> of(String code) {
        return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
    }
}
