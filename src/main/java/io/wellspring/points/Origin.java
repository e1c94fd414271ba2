package io.wellspring.points;

import java.util.Optional;

/**
 * What a rule gave points for.
 *
 * @param order the number of the order; empty if it is none, or gone
 * @param activity the type of the activity; empty if it is none
 */
public record Origin(Optional<String> order, Optional<String> activity) {

    static final Origin NONE = new Origin(Optional.empty(), Optional.empty());
}
