package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingDatesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20                    | 2026-11-19T16:00:00Z
                    2026/1/5                      | 2026-01-04T16:00:00Z
                    2026.1.5 9:30                 | 2026-01-05T01:30:00Z
                    2026年1月5日                   | 2026-01-04T16:00:00Z
                    2026年1月5日 9时30分            | 2026-01-05T01:30:00Z
                    20261120                      | 2026-11-19T16:00:00Z
                    20261120 12:50:01             | 2026-11-20T04:50:01Z
                    2026-11-20T12:50:00.123+02:00 | 2026-11-20T10:50:00.123Z
                    2026-11-20 12:50:00Z          | 2026-11-20T12:50:00Z
                    2026-11-20 12:30:00 AM        | 2026-11-19T16:30:00Z
                    2026-11-20 12:30 pm           | 2026-11-20T04:30:00Z
                    2024-02-29                    | 2024-02-28T16:00:00Z
                    """)
    void whatPeopleWrite(String text, Instant expected) {
        assertThat(Moment.parse(text, DateOrder.YEAR_FIRST).map(moment -> moment.in(SHANGHAI)))
                .hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2026-13-01",
                "2026-00-10",
                "1/2/26",
                "20/11/2026",
                "2026-11",
                "yesterday",
                "",
                "2026-11-20 25:00",
                "2026-11-20 13:00 pm",
                "2026-11-20x",
                "44927",
                "2026-1-5-7"
            })
    void isNoDateYearFirst(String text) {
        assertThat(Moment.parse(text, DateOrder.YEAR_FIRST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5/1/2026, 2026-01-05, 2026-05-01", "05-01-2026, 2026-01-05, 2026-05-01"})
    void dayOrMonthFirst(String text, LocalDate dayFirst, LocalDate monthFirst) {
        assertThat(Moment.parse(text, DateOrder.DAY_FIRST).map(Moment::date)).hasValue(dayFirst);
        assertThat(Moment.parse(text, DateOrder.MONTH_FIRST).map(Moment::date)).hasValue(monthFirst);
    }

    @Property(tries = 300)
    void everyDayIsReadBackInEveryForm(@ForAll @IntRange(min = -30_000, max = 40_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        read(date, "yyyy-MM-dd", DateOrder.YEAR_FIRST);
        read(date, "yyyy/M/d", DateOrder.YEAR_FIRST);
        read(date, "yyyyMMdd", DateOrder.YEAR_FIRST);
        read(date, "yyyy年M月d日", DateOrder.YEAR_FIRST);
        read(date, "d.M.yyyy", DateOrder.DAY_FIRST);
        read(date, "MM/dd/yyyy", DateOrder.MONTH_FIRST);
    }

    private static void read(LocalDate date, String pattern, DateOrder order) {
        assertThat(Moment.parse(DateTimeFormatter.ofPattern(pattern).format(date), order)
                        .map(Moment::date))
                .hasValue(date);
    }
}
