package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A setting is none that can be used. */
public final class SettingOutOfRange extends Refusal.Rejected {

    private final String field;

    SettingOutOfRange(String field, long least, long most) {
        super(least, most);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
