package io.wellspring.profiles;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.wellspring.shared.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What rules are compiled from: the profile {@code p}, and the users that satisfy what stands in rows of its own; {@link HistoryTable} has what was done when. Every piece is put
 * together from the fields of {@link ProfileField} and typed values; nobody's text becomes SQL.
 */
public final class ProfileTable {

    public static final Table<Record> PROFILE =
            table(name("profiles", "profile")).as("p");
    public static final Field<Long> USER_ID = field(name("p", "user_id"), Long.class);
    /** Minor units of all orders less all refunds. */
    public static final Field<Long> NET = field(name("p", "net_amount"), Long.class);
    /** Minor units of the window's orders less its refunds. */
    public static final Field<Long> WINDOW_NET = field(name("p", "window_net"), Long.class);

    static final Field<Short> BIRTHDAY = field(name("p", "birthday"), Short.class);
    private static final int LEAP_DAY = 229;

    private ProfileTable() {}

    /** Whether a profile satisfies a test; unknown where the field is missing, which counts as no. */
    public static Condition satisfies(FieldTest test, LocalDate asOf, Currency currency) {
        ProfileField asked = test.field();
        Field<LocalDate> day = inline(asOf);
        Field<Object> column = asked.in(Object.class, day);
        return switch (test.operator()) {
            case FILLED_IN -> column.isNotNull();
            case NOT_FILLED_IN -> column.isNull();
            case YES -> asked.in(Boolean.class, day).isTrue();
            case NO -> asked.in(Boolean.class, day).isFalse();
            case IS_ANY_OF -> asked.in(String.class, day).in(texts(test.values()));
            case IS_NONE_OF -> column.isNull().or(asked.in(String.class, day).notIn(texts(test.values())));
            case SINCE, UNTIL, IN_LAST_DAYS, LONGER_AGO_THAN_DAYS ->
                dated(asked.in(LocalDate.class, day), test.operator(), test.values(), asOf);
            case BETWEEN -> between(test, asOf, currency);
            case AT_LEAST, AT_MOST, EXACTLY ->
                numbered(test, day, number(test.values().getFirst(), asked.kind(), currency), test.operator());
        };
    }

    /** Whether a day satisfies a test. */
    public static Condition satisfies(Field<LocalDate> day, DayTest test, LocalDate asOf) {
        return switch (test.operator()) {
            case FILLED_IN -> day.isNotNull();
            case NOT_FILLED_IN -> day.isNull();
            case BETWEEN ->
                day.between(
                        inline(LocalDate.parse(test.values().get(0))),
                        inline(LocalDate.parse(test.values().get(1))));
            default -> dated(day, test.operator(), test.values(), asOf);
        };
    }

    /** The value of a field as text: numbers plain, amounts in whole units, days in ISO form; null where it is missing. */
    public static Field<String> shown(ProfileField asked, LocalDate asOf, Currency currency) {
        Field<LocalDate> day = inline(asOf);
        return switch (asked.kind()) {
            case MONEY -> amount(asked.in(BigDecimal.class, day), currency);
            case CODE, TEXT, NUMBER, DATE, YES_NO -> cast(asked.in(Object.class, day), String.class);
        };
    }

    /** Minor units as text in whole units. */
    public static Field<String> amount(Field<? extends Number> minor, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return minor.cast(SQLDataType.NUMERIC)
                .div(inline(BigDecimal.TEN.pow(digits)))
                .cast(SQLDataType.NUMERIC(20, digits))
                .cast(String.class);
    }

    /** The user's birthday as {@code mm-dd}; null where it is not known. */
    public static Field<String> birthdayShown() {
        return field(
                "lpad((p.birthday / 100)::text, 2, '0') || '-' || lpad((p.birthday % 100)::text, 2, '0')",
                String.class);
    }

    /**
     * Whose birthday is on one of the days from {@code asOf} on. Who was born on 29 February has it on the 28th in other years.
     *
     * @param days how many days, {@code asOf} being the first
     */
    public static Condition birthdayWithin(int days, LocalDate asOf) {
        return BIRTHDAY.in(birthdays(days, asOf).map(DSL::inline).toList());
    }

    /** The birthdays that are had on one of the days from {@code asOf} on, each as month times 100 plus day. */
    static Stream<Short> birthdays(int days, LocalDate asOf) {
        return asOf.datesUntil(asOf.plusDays(days))
                .flatMap(ProfileTable::birthdaysOn)
                .distinct();
    }

    /** The users whose attribute satisfies a test; for {@link Operator#IS_NONE_OF} and {@link Operator#NOT_FILLED_IN}, those it does not. */
    public static Select<Record1<Long>> usersWith(AttributeTest test, LocalDate asOf) {
        Field<Long> user = field(name("u", "user_id"), Long.class);
        Field<String> text = field("(u.attributes ->> {0})", String.class, inline(test.code()));
        Field<String> type = field("jsonb_typeof(u.attributes -> {0})", String.class, inline(test.code()));
        Condition condition =
                switch (test.operator()) {
                    case FILLED_IN, NOT_FILLED_IN -> text.isNotNull();
                    case YES -> text.eq(inline("true"));
                    case NO -> text.eq(inline("false"));
                    case IS_ANY_OF, IS_NONE_OF -> text.in(texts(test.values()));
                    case SINCE, UNTIL, IN_LAST_DAYS, LONGER_AGO_THAN_DAYS ->
                        dated(date(text), test.operator(), test.values(), asOf);
                    case AT_LEAST, AT_MOST, EXACTLY ->
                        compared(
                                decimal(text, type),
                                test.operator(),
                                new BigDecimal(test.values().getFirst()));
                    case BETWEEN ->
                        AttributeTest.kindOf(test.type()) == FieldKind.DATE
                                ? date(text)
                                        .between(
                                                inline(LocalDate.parse(
                                                        test.values().get(0))),
                                                inline(LocalDate.parse(
                                                        test.values().get(1))))
                                : decimal(text, type)
                                        .between(
                                                inline(new BigDecimal(
                                                        test.values().get(0))),
                                                inline(new BigDecimal(
                                                        test.values().get(1))));
                };
        return select(user).from(table(name("users", "users")).as("u")).where(condition);
    }

    /** The text of a user's attribute. */
    public static Select<Record1<String>> attributeOf(Field<Long> user, String code) {
        return select(field("(u.attributes ->> {0})", String.class, inline(code)))
                .from(table(name("users", "users")).as("u"))
                .where(field(name("u", "user_id"), Long.class).eq(user));
    }

    /** The users that have one of these tags, or all of them. */
    public static Select<Record1<Long>> usersWithTags(Collection<Long> tags, boolean all) {
        Field<Long> user = field(name("t", "user_id"), Long.class);
        Field<Long> tag = field(name("t", "tag_id"), Long.class);
        var having = select(user)
                .from(table(name("tags", "user_tag")).as("t"))
                .where(tag.in(tags.stream().map(DSL::inline).toList()))
                .groupBy(user);
        return all ? having.having(countDistinct(tag).eq(inline(tags.size()))) : having;
    }

    private static Stream<Short> birthdaysOn(LocalDate day) {
        short number = (short) (day.getMonthValue() * 100 + day.getDayOfMonth());
        return number == LEAP_DAY - 1 && !day.isLeapYear() ? Stream.of(number, (short) LEAP_DAY) : Stream.of(number);
    }

    private static Condition between(FieldTest test, LocalDate asOf, Currency currency) {
        if (test.field().kind() == FieldKind.DATE) {
            return test.field()
                    .in(LocalDate.class, inline(asOf))
                    .between(
                            inline(LocalDate.parse(test.values().get(0))),
                            inline(LocalDate.parse(test.values().get(1))));
        }
        FieldKind kind = test.field().kind();
        return numbered(test, inline(asOf), number(test.values().get(0), kind, currency), Operator.AT_LEAST)
                .and(numbered(test, inline(asOf), number(test.values().get(1), kind, currency), Operator.AT_MOST));
    }

    /** Whole columns are held against whole numbers: the least whole number that is at least 2.5 is 3. */
    private static Condition numbered(FieldTest test, Field<LocalDate> asOf, BigDecimal bound, Operator operator) {
        if (test.field().hasDecimals()) {
            return compared(test.field().in(BigDecimal.class, asOf), operator, bound);
        }
        Field<Long> column = test.field().in(Long.class, asOf);
        return switch (operator) {
            case AT_LEAST -> column.ge(inline(whole(bound, RoundingMode.CEILING)));
            case AT_MOST -> column.le(inline(whole(bound, RoundingMode.FLOOR)));
            case EXACTLY ->
                bound.stripTrailingZeros().scale() > 0
                        ? falseCondition()
                        : column.eq(inline(whole(bound, RoundingMode.UNNECESSARY)));
            default -> throw new IllegalArgumentException("Not a comparison: " + operator);
        };
    }

    private static long whole(BigDecimal bound, RoundingMode rounding) {
        return bound.setScale(0, rounding).longValueExact();
    }

    private static Condition compared(Field<BigDecimal> column, Operator operator, BigDecimal bound) {
        return switch (operator) {
            case AT_LEAST -> column.ge(inline(bound));
            case AT_MOST -> column.le(inline(bound));
            case EXACTLY -> column.eq(inline(bound));
            default -> throw new IllegalArgumentException("Not a comparison: " + operator);
        };
    }

    private static Condition dated(Field<LocalDate> column, Operator operator, List<String> values, LocalDate asOf) {
        String value = values.getFirst();
        return switch (operator) {
            case SINCE -> column.ge(inline(LocalDate.parse(value)));
            case UNTIL -> column.le(inline(LocalDate.parse(value)));
            case IN_LAST_DAYS -> {
                Period period = Period.daysUpTo(asOf, Integer.parseInt(value));
                yield column.between(inline(period.from()), inline(period.lastDay()));
            }
            case LONGER_AGO_THAN_DAYS ->
                column.lt(inline(Period.daysUpTo(asOf, Integer.parseInt(value)).from()));
            default -> throw new IllegalArgumentException("Not about days: " + operator);
        };
    }

    /** A bound as columns hold it: amounts in minor units. */
    static BigDecimal number(String value, FieldKind kind, Currency currency) {
        BigDecimal number = new BigDecimal(value);
        return kind == FieldKind.MONEY ? number.movePointRight(currency.getDefaultFractionDigits()) : number;
    }

    private static Field<LocalDate> date(Field<String> text) {
        return field("case when {0} ~ {1} then {0}::date end", LocalDate.class, text, inline("^\\d{4}-\\d{2}-\\d{2}$"));
    }

    private static Field<BigDecimal> decimal(Field<String> text, Field<String> type) {
        return field("case when {0} = {1} then {2}::numeric end", BigDecimal.class, type, inline("number"), text);
    }

    private static List<Field<String>> texts(List<String> values) {
        return values.stream().<Field<String>>map(DSL::val).toList();
    }
}
