package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Something a benefit says is missing, out of range, or contradicts the rest. */
public final class BenefitUnclear extends Refusal.Rejected {

    private final String field;
    private final String what;

    private BenefitUnclear(String field, String what, Object... facts) {
        super(facts);
        this.field = field;
        this.what = what;
    }

    static void unlessWithin(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new BenefitUnclear(field, "range", least, most);
        }
    }

    /** A text is missing or too long. */
    static void unlessShort(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new BenefitUnclear(field, "text", most);
        }
    }

    /** Its days contradict each other, or lie too far away. */
    static BenefitUnclear days(String field) {
        return new BenefitUnclear(field, "days");
    }

    /** It brings points and does not say how many, or the other way round. */
    public static BenefitUnclear points() {
        return new BenefitUnclear("points", "points");
    }

    /** What was typed can be read as nothing the field is about. */
    public static BenefitUnclear unreadable(String field) {
        return new BenefitUnclear(field, "unreadable");
    }

    @Override
    public String messageCode() {
        return "refusal.BenefitUnclear." + what;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
