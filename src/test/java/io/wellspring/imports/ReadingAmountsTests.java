package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAmountsTests {

    private static final Currency YUAN = Currency.getInstance("CNY");

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    29.33        ; 2933
                    0            ; 0
                    0.00         ; 0
                    .5           ; 50
                    ¥1,234.50    ; 123450
                    ￥1，234      ; 123400
                    1 234.50     ; 123450
                    $ 1,234,567  ; 123456700
                    CNY 12.00    ; 1200
                    12元          ; 1200
                    -27.50       ; -2750
                    −27.50       ; -2750
                    (12.00)      ; -1200
                    12.00-       ; -1200
                    139.12000000000003 ; 13912
                    0.005        ; 1
                    1000000000000.00     ; 100000000000000
                    139.1200000000000331 ; 13912
                    """)
    void withAPoint(String text, long minor) {
        assertThat(Amounts.parse(text, DecimalSign.POINT, YUAN)).hasValue(new Money(minor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.234,50 € ; 123450", "12,5 ; 1250", "7 ; 700", "-1.234.567,00 ; -123456700"})
    void withAComma(String text, long minor) {
        assertThat(Amounts.parse(text, DecimalSign.COMMA, YUAN)).hasValue(new Money(minor));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,5",
                "1,23.4",
                "1.2.3",
                "1.38E+10",
                "twelve",
                "-",
                "--5",
                "(5",
                "",
                "1,2345",
                "1000000000000.01",
                "999999999999999999",
                "123456789012345678901"
            })
    void isNoAmountWithAPoint(String text) {
        assertThat(Amounts.parse(text, DecimalSign.POINT, YUAN)).isEmpty();
    }

    @Property(tries = 300)
    void isReadBackAsItWasWritten(@ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long minor) {
        BigDecimal amount = BigDecimal.valueOf(minor, 2);
        String grouped = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(amount);
        String german = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY)).format(amount);
        assertThat(Amounts.parse(amount.toPlainString(), DecimalSign.POINT, YUAN))
                .hasValue(new Money(minor));
        assertThat(Amounts.parse(grouped, DecimalSign.POINT, YUAN)).hasValue(new Money(minor));
        assertThat(Amounts.parse(german, DecimalSign.COMMA, YUAN)).hasValue(new Money(minor));
    }
}
