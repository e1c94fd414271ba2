package io.wellspring.jobs;

import java.util.Optional;

/** Which runs to list. */
public record JobFilter(Optional<State> state, Optional<String> job) {

    public static JobFilter none() {
        return new JobFilter(Optional.empty(), Optional.empty());
    }
}
