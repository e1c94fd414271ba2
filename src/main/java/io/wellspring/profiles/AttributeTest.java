package io.wellspring.profiles;

import io.wellspring.users.AttributeType;
import java.util.List;

/**
 * An attribute of the company's own held against values, as {@link FieldTest} does a field.
 *
 * @throws UnreadableTest if the operator does not fit the attribute, or the values do not fit the operator
 */
public record AttributeTest(String code, AttributeType type, Operator operator, List<String> values) {

    public AttributeTest {
        values = List.copyOf(values);
        FieldTest.check(code, kindOf(type), List.of(), operator, values);
    }

    /** What kind of values an attribute of a type has. */
    public static FieldKind kindOf(AttributeType type) {
        return switch (type) {
            case TEXT -> FieldKind.TEXT;
            case CHOICE -> FieldKind.CODE;
            case NUMBER -> FieldKind.NUMBER;
            case DATE -> FieldKind.DATE;
            case YES_NO -> FieldKind.YES_NO;
        };
    }
}
