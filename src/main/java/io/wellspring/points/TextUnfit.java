package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A text is too short or too long. */
public final class TextUnfit extends Refusal.Rejected {

    private final String field;

    private TextUnfit(String field, int least, int most) {
        super(least, most);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }

    static void unlessWithin(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new TextUnfit(field, least, most);
        }
    }
}
