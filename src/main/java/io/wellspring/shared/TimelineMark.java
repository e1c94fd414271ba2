package io.wellspring.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The place of one entry on a timeline: no two have the same, however many share an instant.
 *
 * @param key tells entries of one kind and instant apart, the later one has the greater
 */
public record TimelineMark(Instant at, String kind, long key) implements Comparable<TimelineMark> {

    private static final Comparator<TimelineMark> ORDER = Comparator.comparing(TimelineMark::at)
            .thenComparing(TimelineMark::kind)
            .thenComparing(TimelineMark::key);

    /** What a four-digit year can say, and the database keep. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Reads what {@link #toString()} writes; empty for everything else. */
    public static Optional<TimelineMark> read(String text) {
        String[] parts = text.split("_", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TimelineMark(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2])))
                    .filter(mark -> mark.at().isAfter(EARLIEST) && mark.at().isBefore(LATEST));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(TimelineMark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + "_" + kind + "_" + key;
    }
}
