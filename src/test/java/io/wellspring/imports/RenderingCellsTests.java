package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingCellsTests {

    private static final CellStyle DATE = CellStyle.of(14, null);
    private static final CellStyle TIME = CellStyle.of(20, null);

    private final CellText text = new CellText(DateOrder.YEAR_FIRST, DecimalSign.POINT, false);

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "1.3800138E10, 13800138000",
        "7, 7",
        "7.0, 7",
        "-0, 0",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "244091.94000000003, 244091.94",
        "1E-7, 0.0000001",
        "-12.50, -12.5",
        "999999999999999, 999999999999999",
        "not a number, not a number"
    })
    void numbersHaveNoExponentAndNoNoise(String raw, String shown) {
        assertThat(text.number(raw, CellStyle.NUMBER)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000000, 1E+15",
        "123456789012345680, 1.23456789012346E+17",
        "1.1010119900307123E17, 1.10101199003071E+17",
        "-1234567890123456, -1.23456789012346E+15"
    })
    void numbersThatExcelHasCutOffSaySo(String raw, String shown) {
        assertThat(text.number(raw, CellStyle.NUMBER)).isEqualTo(shown);
    }

    @Test
    void aFormatOfZerosKeepsThem() {
        assertThat(text.number("7", CellStyle.of(164, "000"))).isEqualTo("007");
        assertThat(text.number("12345", CellStyle.of(164, "000"))).isEqualTo("12345");
        assertThat(text.number("7.5", CellStyle.of(164, "0000"))).isEqualTo("7.5");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "60, 1900-02-29",
        "61, 1900-03-01",
        "46346, 2026-11-20",
        "46346.5, 2026-11-20 12:00:00",
        "46346.395833333336, 2026-11-20 09:30:00",
        "46346.99999999, 2026-11-20 23:59:59.999",
        "0, 0",
        "-3, -3",
        "2958465, 9999-12-31",
        "2958466, 2958466"
    })
    void datesOfTheUsualEpoch(String raw, String shown) {
        assertThat(text.number(raw, DATE)).isEqualTo(shown);
    }

    @Test
    void datesOfTheOtherEpoch() {
        CellText other = new CellText(DateOrder.YEAR_FIRST, DecimalSign.POINT, true);
        assertThat(other.number("0", DATE)).isEqualTo("1904-01-01");
        assertThat(other.number("44884", DATE)).isEqualTo("2026-11-20");
        assertThat(other.number("44884.25", DATE)).isEqualTo("2026-11-20 06:00:00");
        assertThat(other.number("0.5", TIME)).isEqualTo("12:00:00");
    }

    @Test
    void timesAndDurations() {
        assertThat(text.number("0.395833333333333", TIME)).isEqualTo("09:30:00");
        assertThat(text.number("1.5", CellStyle.of(46, null))).isEqualTo("36:00:00");
        assertThat(text.spelledDate("2026-11-20")).isEqualTo("2026-11-20");
        assertThat(text.spelledDate("2026-11-20T09:30:00Z")).isEqualTo("2026-11-20 09:30:00");
        assertThat(text.spelledDate("soon")).isEqualTo("soon");
    }

    @Test
    void datesAndAmountsFollowTheListTheyStandIn() {
        CellText european = new CellText(DateOrder.DAY_FIRST, DecimalSign.COMMA, false);
        assertThat(european.number("46346", DATE)).isEqualTo("20/11/2026");
        assertThat(european.number("1.234", CellStyle.NUMBER)).isEqualTo("1,234");
        assertThat(new CellText(DateOrder.MONTH_FIRST, DecimalSign.POINT, false).number("46346", DATE))
                .isEqualTo("11/20/2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd|DATE",
                "yyyy\"年\"m\"月\"d\"日\"|DATE",
                "yyyy年m月d日|DATE",
                "[$-804]yyyy\\-mm\\-dd;@|DATE",
                "[Red]mmm|DATE",
                "m/d/yy h:mm AM/PM|DATE",
                "上午/下午h时mm分|TIME",
                "h:mm:ss.000|TIME",
                "mm:ss|TIME",
                "[h]:mm|ELAPSED",
                "General|NUMBER",
                "#,##0.00|NUMBER",
                "#,##0.00\\ \"days\"|NUMBER",
                "[$¥-804]#,##0.00|NUMBER",
                "0.00E+00|NUMBER",
                "@|NUMBER",
                "0.00_);[Red]\\(0.00\\)|NUMBER"
            })
    void formatsSayWhatANumberIs(String code, CellStyle.Kind kind) {
        assertThat(CellStyle.of(164, code).kind()).isEqualTo(kind);
    }

    @Test
    void theFormatsChineseExcelDoesNotSpellOut() {
        assertThat(CellStyle.of(31, null).kind()).isEqualTo(CellStyle.Kind.DATE);
        assertThat(CellStyle.of(57, null).kind()).isEqualTo(CellStyle.Kind.DATE);
        assertThat(CellStyle.of(33, null).kind()).isEqualTo(CellStyle.Kind.TIME);
        assertThat(CellStyle.of(0, null)).isEqualTo(CellStyle.NUMBER);
    }

    @Test
    void errorsAreNotTexts() {
        assertThat(CellText.isError("#N/A")).isTrue();
        assertThat(CellText.isError("#DIV/0!")).isTrue();
        assertThat(CellText.isError("#1")).isFalse();
        assertThat(CellText.isError("")).isFalse();
    }

    @Property(tries = 300)
    void everyMomentIsReadBack(
            @ForAll @IntRange(min = 61, max = 80_000) int day, @ForAll @IntRange(max = 86_399) int s) {
        String shown = text.number(Double.toString(day + s / 86_400.0), DATE);
        Moment moment = Moment.parse(shown, DateOrder.YEAR_FIRST).orElseThrow();
        assertThat(moment.date().toEpochDay()).isEqualTo(day - 25_569L);
        assertThat(moment.time().toSecondOfDay()).isEqualTo(s);
    }

    @Property(tries = 300)
    void everyAmountInCentsIsItself(@ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long cents) {
        String shown = text.number(Double.toString(cents / 100.0), CellStyle.NUMBER);
        assertThat(new BigDecimal(shown)).isEqualByComparingTo(BigDecimal.valueOf(cents, 2));
        assertThat(shown).doesNotContain("E");
    }
}
