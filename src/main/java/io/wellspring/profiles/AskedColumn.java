package io.wellspring.profiles;

import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a {@link ProfileColumn} holds of each profile. */
sealed interface AskedColumn {

    /** In SQL: a whole number of any width, a boolean, or a text. */
    Field<?> value();

    boolean isOfWords();

    /** A field, on the day rules are asked about. */
    record OfField(ProfileField field, LocalDate asOf) implements AskedColumn {

        @Override
        public Field<?> value() {
            Field<Object> value = field.in(Object.class, inline(asOf));
            return switch (field.kind()) {
                case CODE, TEXT, YES_NO -> value;
                case NUMBER, MONEY -> field.hasDecimals() ? doubled(value) : value;
                case DATE -> DSL.field("{0} - date '1970-01-01'", value);
            };
        }

        @Override
        public boolean isOfWords() {
            return switch (field.kind()) {
                case CODE, TEXT -> true;
                case NUMBER, MONEY, DATE, YES_NO -> false;
            };
        }

        /** As {@link ColumnTest#doubled} does it. */
        private static Field<?> doubled(Field<?> number) {
            return DSL.field(
                    "(2 * floor({0} * 10000) + case when {0} * 10000 = floor({0} * 10000) then 0 else 1 end)::bigint",
                    number);
        }
    }

    /** The birthday, as month times 100 plus day. */
    record OfBirthdays() implements AskedColumn {

        @Override
        public Field<?> value() {
            return ProfileTable.BIRTHDAY;
        }

        @Override
        public boolean isOfWords() {
            return false;
        }
    }
}
