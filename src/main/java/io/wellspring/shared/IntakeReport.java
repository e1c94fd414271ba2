package io.wellspring.shared;

import java.util.Map;

/**
 * What bulk work did, or would do, with the rows it was given; nothing is ever lost between the four.
 *
 * @param created rows that made something new
 * @param updated rows that changed something
 * @param unchanged rows that said what was already known
 * @param rejected rows that were refused
 * @param matchedBy how many rows found their user by which identity
 */
public record IntakeReport(long created, long updated, long unchanged, long rejected, Map<String, Long> matchedBy) {

    public IntakeReport {
        matchedBy = Map.copyOf(matchedBy);
    }

    public long rows() {
        return created + updated + unchanged + rejected;
    }
}
