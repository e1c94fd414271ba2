package io.wellspring.shared.web;

import java.text.Normalizer;

/** What Chinese input methods type in the width of a character. */
public final class WideText {

    private WideText() {}

    /**
     * Digits, signs and separators in their usual width (the compatibility form NFKC of Unicode, UAX #15), without blanks around them: for
     * numbers, not for names.
     */
    public static String narrow(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
