package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.UndoReport;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever files come in, valid or broken, in any encoding, with repeats inside, one after the other and taken back in any order: no row is
 * lost, twice is once, and what is undone was never there. A failure names its seed.
 */
@WellspringTest
@AsStaff
class RandomImportsTests {

    private static final int FILES_AT_ONCE = 4;
    private static final String[] CITIES = {"杭州", "上海", "广州", ""};
    private static final Charset[] CHARSETS = {
        StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE
    };

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf);
    }

    private record Sheet(ImportKind kind, byte[] bytes, long rows) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUndoneWasNeverThere(long seed) throws IOException {
        Random random = new Random(seed);
        commit(users(random));
        commit(orders(random));
        List<String> before = contents();

        List<Long> imports = new ArrayList<>();
        for (int file = 0; file < 1 + random.nextInt(FILES_AT_ONCE); file++) {
            Sheet sheet = random.nextInt(3) == 0 ? orders(random) : users(random);
            imports.add(commit(sheet));
            List<String> once = contents();
            assertThat(report(commit(sheet)).created()).isZero();
            assertThat(contents()).isEqualTo(once);
            assertThat(outOfStep()).isEmpty();
        }
        jobs.runPending();
        assertThat(metrics.drift(10)).isEmpty();

        Collections.shuffle(imports, random);
        long failed = 0;
        for (long id : imports) {
            desk.undo(id);
            jobs.runPending();
            ImportView undone = desk.find(id).orElseThrow();
            assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
            UndoReport undo = Objects.requireNonNull(undone.undo());
            assertThat(undo.rows()).isEqualTo(report(id).created() + report(id).updated() + undone.newUsers());
            assertThat(outOfStep()).isEmpty();
            assertThat(metrics.drift(10)).isEmpty();
            assertThat(profiles.drift(10)).isEmpty();
            failed += undo.failed();
        }

        if (failed == 0) {
            assertThat(contents()).isEqualTo(before);
        }
    }

    private long commit(Sheet sheet) throws IOException {
        long id = desk.upload(sheet.kind(), "random.csv", new ByteArrayInputStream(sheet.bytes()));
        desk.rehearse(id);
        jobs.runPending("imports.rehearse");
        IntakeReport rehearsed = report(id);
        desk.commit(id);
        jobs.runPending("imports.commit");
        ImportView done = desk.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(report(id).rows()).as("no row is lost").isEqualTo(sheet.rows());
        assertThat(counts(report(id))).as("what was rehearsed").isEqualTo(counts(rehearsed));
        assertThat(desk.rejectionReasons(id).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(report(id).rejected());
        return id;
    }

    private IntakeReport report(long id) {
        return Objects.requireNonNull(desk.find(id).orElseThrow().report());
    }

    /** Who only came into being with the file is not yet found by anything when it is rehearsed. */
    private static List<Long> counts(IntakeReport report) {
        return List.of(report.created(), report.updated(), report.unchanged(), report.rejected());
    }

    private static Sheet users(Random random) {
        StringBuilder text = new StringBuilder("会员号,姓名,手机,邮箱,城市,注册日期\n");
        int rows = 1 + random.nextInt(12);
        for (int row = 0; row < rows; row++) {
            text.append(maybe(random, "U" + random.nextInt(9))).append(',');
            text.append(maybe(random, "王" + random.nextInt(5))).append(',');
            text.append(maybe(random, "1380000000" + random.nextInt(7))).append(',');
            text.append(maybe(random, "u" + random.nextInt(7) + "@example.com")).append(',');
            text.append(CITIES[random.nextInt(CITIES.length)]).append(',');
            text.append(random.nextInt(8) == 0 ? "31/31/2025" : "2025-0" + (1 + random.nextInt(9)) + "-11");
            text.append(random.nextInt(15) == 0 ? ",one too many\n" : "\n");
        }
        return sheet(ImportKind.USERS, text, rows, random);
    }

    private static Sheet orders(Random random) {
        StringBuilder text = new StringBuilder("订单号,会员号,手机,支付时间,金额\n");
        int rows = 1 + random.nextInt(12);
        for (int row = 0; row < rows; row++) {
            text.append("N").append(random.nextInt(25)).append(',');
            text.append(maybe(random, "U" + random.nextInt(12))).append(',');
            text.append(maybe(random, "1380000000" + random.nextInt(9))).append(',');
            text.append("2025-1")
                    .append(random.nextInt(3))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append(" 12:30,");
            text.append(random.nextInt(10) == 0 ? "much" : (random.nextInt(200) - 40) + ".50")
                    .append('\n');
        }
        return sheet(ImportKind.ORDERS, text, rows, random);
    }

    private static Sheet sheet(ImportKind kind, StringBuilder text, int rows, Random random) {
        Charset charset = CHARSETS[random.nextInt(CHARSETS.length)];
        String marked = charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" + text : text.toString();
        return new Sheet(kind, marked.getBytes(charset), rows);
    }

    private static String maybe(Random random, String value) {
        return random.nextInt(4) == 0 ? "" : value;
    }

    /** To the last column. */
    private List<String> contents() {
        return Stream.of(
                        "users.users",
                        "users.identity",
                        "users.user_change",
                        "activity.order_fact",
                        "activity.order_number",
                        "activity.order_intake")
                .flatMap(table -> jdbc
                        .sql("select '" + table + " ' || t::text from " + table + " t order by t::text")
                        .query(String.class)
                        .list()
                        .stream())
                .map(row -> row.startsWith("users.user_change") ? row.replaceFirst("\\(\\d+,\\d+,", "(") : row)
                .toList();
    }

    /** Identities that no column bears, columns that no identity answers to, and facts of nobody. Must be empty. */
    private List<String> outOfStep() {
        return jdbc.sql("""
                        select coalesce(i::text, u::text)
                        from (
                          select k.kind, k.value, u.user_id
                          from users.users u
                          cross join lateral (
                            values ('EXTERNAL_ID', u.external_id), ('PHONE', u.phone), ('EMAIL', u.email)
                          ) k (kind, value)
                          where k.value is not null
                        ) u
                        full join users.identity i on i.kind = u.kind and i.value = u.value and i.user_id = u.user_id
                        where u.user_id is null or i.user_id is null
                        union all
                        select o::text
                        from activity.order_fact o
                        left join users.users u on u.user_id = o.user_id
                        left join activity.order_number n on n.order_no = o.order_no and n.kind = o.kind and n.user_id = o.user_id
                        where u.user_id is null or n.user_id is null
                        """).query(String.class).list();
    }
}
