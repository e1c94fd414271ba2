package io.wellspring.staff.web;

import io.wellspring.shared.web.Awaiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What waits for a decision of whoever looks; counted when a page first asks, and once for all of it. */
public final class Decisions {

    private final List<Awaiting> sources;
    private Optional<Map<String, Long>> counted = Optional.empty();

    Decisions(List<Awaiting> sources) {
        this.sources = sources;
    }

    /** How much waits on a page, and on those below its address. */
    public long at(String path) {
        return counts().entrySet().stream()
                .filter(one -> one.getKey().equals(path) || one.getKey().startsWith(path + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> counts() {
        if (counted.isEmpty()) {
            counted = Optional.of(sources.stream()
                    .flatMap(source -> source.counts().entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum)));
        }
        return counted.get();
    }
}
