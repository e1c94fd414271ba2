package io.wellspring.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class ReadingInBulkTests {

    private static final int LONGER_THAN_THE_BUFFER = 200_000;

    @Autowired
    private BulkRead bulk;

    @Autowired
    private DSLContext jooq;

    @Test
    void readsWholeNumbersOfEveryWidth() {
        assertThat(rows("""
                select * from (values
                  (1::smallint, -2::int, 3::bigint, true),
                  ((-32768)::smallint, 2147483647, -9223372036854775808, false)
                ) as v""", row -> tuple(row.number(0), row.number(1), row.number(2), row.number(3))))
                .containsExactly(
                        tuple(1L, -2L, 3L, 1L),
                        tuple((long) Short.MIN_VALUE, (long) Integer.MAX_VALUE, Long.MIN_VALUE, 0L));
    }

    @Test
    void tellsWhatIsMissingFromWhatIsEmpty() {
        assertThat(rows(
                        "select * from (values ('杭州', null::int), ('', 0), (null, 7)) as v",
                        row -> tuple(row.text(0), row.isMissing(1))))
                .containsExactly(tuple("杭州", true), tuple("", false), tuple(null, false));
    }

    @Test
    void readsRowsThatDoNotFitTheBuffer() {
        assertThat(rows(
                        "select repeat('é', n), n from (values (" + LONGER_THAN_THE_BUFFER + "), (1), ("
                                + LONGER_THAN_THE_BUFFER * 3 + ")) as v (n)",
                        row -> tuple(row.text(0), row.number(1))))
                .containsExactly(
                        tuple("é".repeat(LONGER_THAN_THE_BUFFER), (long) LONGER_THAN_THE_BUFFER),
                        tuple("é", 1L),
                        tuple("é".repeat(LONGER_THAN_THE_BUFFER * 3), LONGER_THAN_THE_BUFFER * 3L));
    }

    @Test
    void readsManyRowsInTheirOrder() {
        List<Tuple> rows = rows(
                "select n, n::text from generate_series(1, 100000) as n", row -> tuple(row.number(0), row.text(1)));

        assertThat(rows).hasSize(100_000);
        assertThat(rows).element(99_998).isEqualTo(tuple(99_999L, "99999"));
    }

    @Test
    void readsNothingWhereThereIsNothing() {
        assertThat(rows("select 1 where false", row -> tuple(row.number(0)))).isEmpty();
    }

    @Test
    void leavesTheConnectionAsItWasWhenItsTakerFails() {
        assertThatThrownBy(() -> bulk.rows(query("select n from generate_series(1, 100000) as n"), row -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");

        assertThat(jooq.fetchValue("select 1")).isEqualTo(1);
    }

    @Test
    void failsWhereTheDatabaseDoes() {
        assertThatThrownBy(() -> rows("select 1 / n from generate_series(-9999, 0) as n", row -> tuple(row.number(0))))
                .isInstanceOf(DataRetrievalFailureException.class);
    }

    private interface Reading {
        Tuple of(CopyRow row);
    }

    private List<Tuple> rows(String sql, Reading reading) {
        List<Tuple> rows = new ArrayList<>();
        bulk.rows(query(sql), row -> rows.add(reading.of(row)));
        return rows;
    }

    private Select<Record> query(String sql) {
        return jooq.select().from("(" + sql + ") as asked");
    }
}
