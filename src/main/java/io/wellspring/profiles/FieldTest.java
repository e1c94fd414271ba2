package io.wellspring.profiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A field held against values.
 *
 * @param values text as it is stored: numbers and amounts as plain decimals, days as {@code yyyy-mm-dd}, codes and texts as they are
 * @throws UnreadableTest if the operator does not fit the field, or the values do not fit the operator
 */
public record FieldTest(ProfileField field, Operator operator, List<String> values) {

    public static final int MOST_VALUES = 200;

    /** How many days a condition on a day may look back. */
    public static final int MOST_DAYS = 36_500;

    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    public FieldTest {
        values = List.copyOf(values);
        if (!operator.fits(field)) {
            throw new UnreadableTest(field.code(), operator.name());
        }
        check(field.code(), field.kind(), field.codes(), operator, values);
    }

    /** Whether values can be held by an operator against something of a kind; of a code only those given can. */
    static void check(String name, FieldKind kind, List<String> codes, Operator operator, List<String> values) {
        if (!operator.fits(kind) || values.size() < operator.fewest() || values.size() > operator.most()) {
            throw new UnreadableTest(name, String.join(", ", values));
        }
        for (int place = 0; place < values.size(); place++) {
            String value = values.get(place);
            if (!readable(kind, codes, operator, value)) {
                throw new UnreadableTest(name, value, expected(kind, operator), List.of(place));
            }
        }
        if (operator == Operator.BETWEEN && reversed(kind, values)) {
            throw new UnreadableTest(name, String.join(" – ", values), UnreadableTest.Expected.ORDER, List.of(0, 1));
        }
    }

    private static UnreadableTest.Expected expected(FieldKind kind, Operator operator) {
        if (operator.takesDays()) {
            return UnreadableTest.Expected.DAYS;
        }
        return switch (kind) {
            case NUMBER, MONEY -> UnreadableTest.Expected.NUMBER;
            case DATE -> UnreadableTest.Expected.DAY;
            case CODE, TEXT, YES_NO -> UnreadableTest.Expected.FITTING;
        };
    }

    private static boolean readable(FieldKind kind, List<String> codes, Operator operator, String value) {
        if (operator.takesDays()) {
            return value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= MOST_DAYS;
        }
        return switch (kind) {
            case CODE -> codes.isEmpty() || codes.contains(value);
            case TEXT -> !value.isBlank() && value.length() <= MOST_VALUES;
            case NUMBER, MONEY -> number(value);
            case DATE -> day(value);
            case YES_NO -> false;
        };
    }

    private static boolean number(String value) {
        if (!value.matches("-?\\d{1,13}(\\.\\d{1,4})?")) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        return number.scale() <= MOST_DECIMALS && number.abs().compareTo(MOST) <= 0;
    }

    private static boolean day(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return day.getYear() >= 1 && day.getYear() <= 9999;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean reversed(FieldKind kind, List<String> values) {
        return kind == FieldKind.DATE
                ? LocalDate.parse(values.get(1)).isBefore(LocalDate.parse(values.get(0)))
                : new BigDecimal(values.get(1)).compareTo(new BigDecimal(values.get(0))) < 0;
    }
}
