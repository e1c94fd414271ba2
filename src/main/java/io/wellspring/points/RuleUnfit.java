package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A rule, or what pays with points, says something that cannot be. */
public final class RuleUnfit extends Refusal.Rejected {

    private final String field;

    RuleUnfit(String field, long least, long most) {
        super(least, most);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }

    static void unlessWithin(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw new RuleUnfit(field, least, most);
        }
    }
}
