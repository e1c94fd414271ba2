package io.wellspring.points;

import io.wellspring.shared.VisibleText;
import java.util.Locale;
import java.util.Set;

/**
 * Where points come from or go to.
 *
 * @param source a short word figures are summed by, such as {@code order}
 * @param reason what staff and users read; may be empty
 * @throws ReasonMissing if one of them is longer than it may be
 */
public record Cause(String source, String reason) {

    static final int LONGEST = 300;

    /** What we write under ourselves: figures of these words are figures of what we did. */
    static final Set<String> OURS =
            Set.of("rule", "expiry", "adjustment", "grant", "reward", "cash", "check-in", "benefit");

    public Cause {
        if (source.isBlank() || source.length() > 60 || reason.length() > LONGEST) {
            throw new ReasonMissing(LONGEST);
        }
    }

    /** What somebody says where nobody may keep silent, without spaces around it. */
    static String said(String reason) {
        String said = VisibleText.of(reason);
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new ReasonMissing(LONGEST);
        }
        return said;
    }

    /**
     * The cause another system names.
     *
     * @throws ReasonMissing if nothing of its source can be seen
     * @throws SourceOurs if its source is a word we write under ourselves, however it is written
     */
    public static Cause ofOthers(String source, String reason) {
        if (OURS.contains(source.strip().toLowerCase(Locale.ROOT))) {
            throw new SourceOurs(source.strip());
        }
        if (VisibleText.of(source).isEmpty()) {
            throw new ReasonMissing(LONGEST);
        }
        return new Cause(source, reason);
    }
}
