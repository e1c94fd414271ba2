package io.wellspring.points.web;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** What other systems write is about a day that is over or today, and not of another age. */
final class DayUnfit extends Refusal.Rejected {

    private final String name;

    DayUnfit(String name, LocalDate first, LocalDate last) {
        super(name, first.toString(), last.toString());
        this.name = name;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(name);
    }
}
