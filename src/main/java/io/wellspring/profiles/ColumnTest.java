package io.wellspring.profiles;

import io.wellspring.shared.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Holds a {@link FieldTest} against the values of a {@link ProfileColumn}. It decides as {@link ProfileTable#satisfies} has the database
 * decide; {@code AskingRulesTests} asks both.
 */
final class ColumnTest {

    /** Bounds have at most four decimals, see {@link FieldTest}; amounts are held in minor units, which leaves them no more. */
    private static final int DECIMALS = 4;

    /** More than anybody has, and half of what a column can hold. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private ColumnTest() {}

    static LongPredicate of(FieldTest test, ProfileColumn column, LocalDate asOf, Currency currency) {
        return switch (test.operator()) {
            case FILLED_IN -> value -> value != ProfileColumn.MISSING;
            case NOT_FILLED_IN -> value -> value == ProfileColumn.MISSING;
            case YES -> value -> value == 1;
            case NO -> value -> value == 0;
            case IS_ANY_OF -> anyOf(test.values(), column);
            case IS_NONE_OF -> anyOf(test.values(), column).negate();
            case SINCE -> between(day(test.values().getFirst()), Long.MAX_VALUE);
            case UNTIL -> between(ProfileColumn.MISSING + 1, day(test.values().getFirst()));
            case IN_LAST_DAYS -> {
                Period period = daysUpTo(asOf, test);
                yield between(period.from().toEpochDay(), period.lastDay().toEpochDay());
            }
            case LONGER_AGO_THAN_DAYS ->
                between(ProfileColumn.MISSING + 1, daysUpTo(asOf, test).from().toEpochDay() - 1);
            case BETWEEN ->
                test.field().kind() == FieldKind.DATE
                        ? between(day(test.values().get(0)), day(test.values().get(1)))
                        : between(
                                least(test.field(), test.values().get(0), currency),
                                most(test.field(), test.values().get(1), currency));
            case AT_LEAST -> between(least(test.field(), test.values().getFirst(), currency), Long.MAX_VALUE);
            case AT_MOST ->
                between(
                        ProfileColumn.MISSING + 1,
                        most(test.field(), test.values().getFirst(), currency));
            case EXACTLY ->
                between(
                        least(test.field(), test.values().getFirst(), currency),
                        most(test.field(), test.values().getFirst(), currency));
        };
    }

    /**
     * How a number with decimals stands in a column: twice its ten-thousandths, and one more where there is a rest. So numbers are in their
     * order, and a bound of four decimals has none of the others beside it.
     */
    static long doubled(BigDecimal number) {
        BigDecimal parts = number.movePointRight(DECIMALS).min(MOST).max(MOST.negate());
        BigDecimal whole = parts.setScale(0, RoundingMode.FLOOR);
        return 2 * whole.longValueExact() + (parts.compareTo(whole) == 0 ? 0 : 1);
    }

    private static LongPredicate between(long from, long to) {
        return value -> value >= from && value <= to;
    }

    private static LongPredicate anyOf(List<String> words, ProfileColumn column) {
        boolean[] wanted = new boolean[column.words()];
        words.stream()
                .mapToInt(column::numberOf)
                .filter(number -> number >= 0)
                .forEach(number -> wanted[number] = true);
        return value -> value >= 0 && wanted[(int) value];
    }

    private static Period daysUpTo(LocalDate asOf, FieldTest test) {
        return Period.daysUpTo(asOf, Integer.parseInt(test.values().getFirst()));
    }

    private static long day(String value) {
        return LocalDate.parse(value).toEpochDay();
    }

    /** The least value of a column that is at least a bound: for whole numbers and 2.5 it is 3. */
    private static long least(ProfileField field, String bound, Currency currency) {
        BigDecimal number = ProfileTable.number(bound, field.kind(), currency);
        return field.hasDecimals()
                ? doubled(number)
                : number.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static long most(ProfileField field, String bound, Currency currency) {
        BigDecimal number = ProfileTable.number(bound, field.kind(), currency);
        return field.hasDecimals()
                ? doubled(number)
                : number.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
