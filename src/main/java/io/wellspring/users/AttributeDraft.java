package io.wellspring.users;

import java.util.Locale;

/** An attribute that is to come into being. */
public record AttributeDraft(String code, String label, AttributeType type) {

    private static final int LONGEST_CODE = 40;

    public AttributeDraft {
        if (code.isEmpty() || label.isBlank() || label.length() > UserAttribute.LONGEST_LABEL) {
            throw new IllegalArgumentException("No attribute: " + code + ", " + label);
        }
    }

    /** A draft whose code is read off its label: {@code Shoe size} is {@code shoe_size}, {@code 鞋码} stays as it is. */
    public static AttributeDraft labelled(String label, AttributeType type) {
        String bare = label.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String code = bare.replaceAll("^_+|_+$", "");
        String short40 = code.substring(
                0, code.offsetByCodePoints(0, Math.min(LONGEST_CODE, code.codePointCount(0, code.length()))));
        return new AttributeDraft(short40.isEmpty() ? "attribute" : short40, label.strip(), type);
    }

    /** The same under another code, where this one is taken. */
    AttributeDraft withCode(String other) {
        return new AttributeDraft(other, label, type);
    }
}
