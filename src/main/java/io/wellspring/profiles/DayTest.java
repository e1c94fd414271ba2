package io.wellspring.profiles;

import java.util.List;

/**
 * A day held against values, as {@link FieldTest} does a field that is a day.
 *
 * @param of what the day is called when it is refused
 * @throws UnreadableTest if the operator is not about days, or the values do not fit it
 */
public record DayTest(String of, Operator operator, List<String> values) {

    public DayTest {
        values = List.copyOf(values);
        FieldTest.check(of, FieldKind.DATE, List.of(), operator, values);
    }
}
