package io.wellspring.points.web;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A request does not say something it has to say, or not in a way that can be read. */
final class FieldUnclear extends Refusal.Rejected {

    private final String name;

    FieldUnclear(String name) {
        super(name);
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(name);
    }
}
