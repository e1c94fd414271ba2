package io.wellspring.rfm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The eight classes: recency, frequency and amount each strictly better than its threshold, or not. */
public enum RfmClass {
    PRIME_CORE("111"),
    PRIME_DEVELOPING("101"),
    PRIME_FADING("011"),
    PRIME_LEAVING("001"),
    EVERYDAY_CORE("110"),
    EVERYDAY_DEVELOPING("100"),
    EVERYDAY_FADING("010"),
    EVERYDAY_LEAVING("000");

    public static final List<RfmClass> ALL = List.of(values());

    private final String code;

    RfmClass(String code) {
        this.code = code;
    }

    /** Recency, frequency, amount: 1 where better than the threshold. */
    public String code() {
        return code;
    }

    public boolean isBetterIn(Dimension dimension) {
        return code.charAt(dimension.ordinal()) == '1';
    }

    public static Optional<RfmClass> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
