package io.wellspring.profiles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a field is held against values. Somebody of whom the field is not known satisfies none of them but the ones that say so. */
public enum Operator {
    IS_ANY_OF(Values.SOME, FieldKind.CODE, FieldKind.TEXT),
    /** Also of whom it is not known. */
    IS_NONE_OF(Values.SOME, FieldKind.CODE, FieldKind.TEXT),
    AT_LEAST(Values.ONE, FieldKind.NUMBER, FieldKind.MONEY),
    AT_MOST(Values.ONE, FieldKind.NUMBER, FieldKind.MONEY),
    EXACTLY(Values.ONE, FieldKind.NUMBER, FieldKind.MONEY),
    /** From the first to the second, both included. */
    BETWEEN(Values.TWO, FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE),
    /** On the day or later. */
    SINCE(Values.ONE, FieldKind.DATE),
    /** On the day or earlier. */
    UNTIL(Values.ONE, FieldKind.DATE),
    /** In the so many calendar days that end with the day asked about. */
    IN_LAST_DAYS(Values.DAYS, FieldKind.DATE),
    /** Earlier than those. */
    LONGER_AGO_THAN_DAYS(Values.DAYS, FieldKind.DATE),
    YES(Values.NONE, FieldKind.YES_NO),
    NO(Values.NONE, FieldKind.YES_NO),
    FILLED_IN(Values.NONE, FieldKind.values()),
    NOT_FILLED_IN(Values.NONE, FieldKind.values());

    private enum Values {
        NONE,
        ONE,
        TWO,
        SOME,
        DAYS
    }

    private final Values values;
    private final Set<FieldKind> kinds;

    Operator(Values values, FieldKind... kinds) {
        this.values = values;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** Whether values of this kind can be held against it. */
    public boolean fits(FieldKind kind) {
        return kinds.contains(kind);
    }

    /** Those that fit a kind, the most usual first. */
    public static List<Operator> of(FieldKind kind) {
        return Arrays.stream(values()).filter(one -> one.fits(kind)).toList();
    }

    /** Those that fit a field; whether it is filled in is not asked of one that always is. */
    public static List<Operator> of(ProfileField field) {
        return of(field.kind()).stream().filter(one -> one.fits(field)).toList();
    }

    boolean fits(ProfileField field) {
        return fits(field.kind()) && (field.canBeMissing() || (this != FILLED_IN && this != NOT_FILLED_IN));
    }

    /** The fewest values it needs. */
    public int fewest() {
        return switch (values) {
            case NONE -> 0;
            case ONE, DAYS, SOME -> 1;
            case TWO -> 2;
        };
    }

    /** The most values it takes. */
    public int most() {
        return values == Values.SOME ? FieldTest.MOST_VALUES : fewest();
    }

    /** Whether its value is a number of days, whatever the field holds. */
    public boolean takesDays() {
        return values == Values.DAYS;
    }
}
