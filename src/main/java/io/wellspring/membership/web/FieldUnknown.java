package io.wellspring.membership.web;

import io.wellspring.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request says something that belongs to another kind of request. */
final class FieldUnknown extends Refusal.Rejected {

    private final String name;

    private FieldUnknown(String name) {
        super(name);
        this.name = name;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(name);
    }

    static void unlessAbsent(String name, @Nullable Object said) {
        if (said != null) {
            throw new FieldUnknown(name);
        }
    }
}
