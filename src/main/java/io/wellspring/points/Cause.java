package io.wellspring.points;

/**
 * Where points come from or go to.
 *
 * @param source a short word figures are summed by, such as {@code order}
 * @param reason what staff and users read; may be empty
 * @throws ReasonMissing if one of them is longer than it may be
 */
public record Cause(String source, String reason) {

    static final int LONGEST = 300;

    public Cause {
        if (source.isBlank() || source.length() > 60 || reason.length() > LONGEST) {
            throw new ReasonMissing(LONGEST);
        }
    }
}
