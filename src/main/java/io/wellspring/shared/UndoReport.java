package io.wellspring.shared;

/**
 * What became of the rows of an import that was undone; nothing is ever lost between the three.
 *
 * @param reversed rows of which nothing is left, everything as it was before them
 * @param kept rows that somebody or something has built on since, so that they stay
 * @param failed rows whose former values cannot be had back, such as a phone that is another user's by now
 */
public record UndoReport(long reversed, long kept, long failed) {

    public static final UndoReport NOTHING = new UndoReport(0, 0, 0);

    public long rows() {
        return reversed + kept + failed;
    }

    public UndoReport plus(UndoReport other) {
        return new UndoReport(reversed + other.reversed, kept + other.kept, failed + other.failed);
    }
}
