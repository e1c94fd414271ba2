package io.wellspring.profiles;

import io.wellspring.shared.Refusal;
import java.util.List;

/** A condition whose values mean nothing for what they are held against. */
public class UnreadableTest extends Refusal.Rejected {

    /** What was expected instead. */
    public enum Expected {
        /** A value that fits what it is held against. */
        FITTING,
        NUMBER,
        /** A whole number of days, from 1 to {@link FieldTest#MOST_DAYS}. */
        DAYS,
        /** A day there is, as {@code yyyy-mm-dd}. */
        DAY,
        /** The first value not beyond the second. */
        ORDER
    }

    private final transient Expected expected;
    private final transient List<Integer> places;

    public UnreadableTest(String what, String value) {
        this(what, value, Expected.FITTING, List.of());
    }

    /** @param places which of the values are meant, from 0 on */
    UnreadableTest(String what, String value, Expected expected, List<Integer> places) {
        super(what, value);
        this.expected = expected;
        this.places = List.copyOf(places);
    }

    public Expected expected() {
        return expected;
    }

    /** Which of the values are meant, from 0 on; none if it is none by itself. */
    public List<Integer> places() {
        return places;
    }
}
