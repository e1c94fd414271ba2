package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.users.AttributeType;
import io.wellspring.users.UserRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a file writes, in whatever way, stands in the JSON as what it is. */
class ReadingAttributesTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Property
    void numbers(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(6) BigDecimal number,
            @ForAll DecimalSign sign,
            @ForAll boolean grouped) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(sign.sign());
        symbols.setGroupingSeparator(sign == DecimalSign.POINT ? ',' : '.');
        String written = new DecimalFormat(grouped ? "#,##0.######" : "0.######", symbols).format(number);

        assertThat(value(AttributeType.NUMBER, written, DateOrder.YEAR_FIRST, sign)
                        .decimalValue())
                .isEqualByComparingTo(number);
    }

    @Property
    void dates(@ForAll("days") LocalDate day, @ForAll DateOrder order) {
        String pattern =
                switch (order) {
                    case YEAR_FIRST -> "yyyy-MM-dd";
                    case DAY_FIRST -> "d/M/yyyy";
                    case MONTH_FIRST -> "M/d/yyyy";
                };
        assertThat(value(
                                AttributeType.DATE,
                                DateTimeFormatter.ofPattern(pattern).format(day),
                                order,
                                DecimalSign.POINT)
                        .asString())
                .isEqualTo(day.toString());
    }

    @Property
    void texts(@ForAll("texts") String text) {
        assertThat(value(AttributeType.TEXT, text, DateOrder.YEAR_FIRST, DecimalSign.POINT)
                        .asString())
                .isEqualTo(text.strip());
        assertThat(value(AttributeType.CHOICE, text, DateOrder.YEAR_FIRST, DecimalSign.POINT)
                        .asString())
                .isEqualTo(text.strip());
    }

    @Test
    void yesAndNo() {
        for (String yes : List.of("Yes", "TRUE", "1", "是", "有")) {
            assertThat(value(AttributeType.YES_NO, yes, DateOrder.YEAR_FIRST, DecimalSign.POINT)
                            .booleanValue())
                    .isTrue();
        }
        for (String no : List.of("no", "False", "0", "否", "没有")) {
            assertThat(value(AttributeType.YES_NO, no, DateOrder.YEAR_FIRST, DecimalSign.POINT)
                            .booleanValue())
                    .isFalse();
        }
    }

    @Test
    void roundsBeyondSixDecimalsAndNoFurther() {
        assertThat(Numbers.parse("0.3333333333", DecimalSign.POINT)).contains(new BigDecimal("0.333333"));
        assertThat(Numbers.parse("0.0000005", DecimalSign.POINT)).contains(new BigDecimal("0.000001"));
        assertThat(Numbers.parse("1000000000000000", DecimalSign.POINT))
                .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo(BigDecimal.TEN.pow(15)));
        assertThat(Numbers.parse("1000000000000001", DecimalSign.POINT)).isEmpty();
        assertThat(Numbers.parse("100", DecimalSign.POINT).orElseThrow().setScale(0, RoundingMode.UNNECESSARY))
                .isEqualTo(new BigDecimal("100"));
        for (String none : List.of("1.38E+10", "12%", "¥12", "1,23", "", "-", "１２a")) {
            assertThat(Numbers.parse(none, DecimalSign.POINT)).as(none).isEmpty();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab \"\\{}[]:,;|\t\n鞋码é€")
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(text -> !text.isBlank() && !text.startsWith("'"));
    }

    private static JsonNode value(AttributeType type, String text, DateOrder order, DecimalSign sign) {
        Mapping mapping = Mapping.usual(List.of(
                ColumnUse.of(ImportField.EXTERNAL_ID),
                new ColumnUse(new ColumnTarget.NewAttribute("code", "Label", type), ColumnPolicy.OVERWRITE)));
        RowReader reader = new RowReader(
                new FileFormat("UTF-8", ',', '"', true, order, sign, "CN"),
                List.of("id", "label"),
                mapping,
                List.of(),
                Set.of(),
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                Instant.parse("2200-01-01T00:00:00Z"));
        UserRow row = reader.user(new Line(1, List.of("A1", text)));
        return JSON.readTree(String.valueOf(row.attributes())).get("code");
    }
}
