package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.activity.OrderIntake;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.imports.ImportState;
import io.wellspring.imports.ImportView;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.lifecycle.LifecycleStaging;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.RuleDesk;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.StaffFixtures;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How fast a million users and ten million orders come in, are counted, scored and taken back again, each beside what PostgreSQL alone
 * does with the same input in the same run, on the embedded server with durable settings. See {@code docs/performance.md}.
 */
@Tag("bench")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.enabled=false", "wellspring.data-directory=target/bench-database"})
@Import({JobsInTests.class, StaffFixtures.class, StandingBenchmark.class})
@AsStaff
class BulkBenchmarkTests {

    private static final long USERS = Long.getLong("bench.users", 1_000_000);
    private static final long ORDERS = USERS * 10;
    private static final long DAY_ORDERS = Math.max(100, USERS / 100);
    private static final LocalDate AS_OF = BenchData.LAST_DAY;
    private static final int WINDOW = 365;
    private static final Path FILES = Path.of("target", "bench");

    /** Whether the database the last run left is measured again, without bringing it there anew. */
    private static final boolean KEPT = Boolean.getBoolean("bench.kept");

    /** What is measured once all are in: {@code rules}, {@code standing}, {@code pages}, {@code lists}. */
    private static final Set<String> PARTS = Set.of(
            System.getProperty("bench.parts", "rules,standing,pages,lists").split(","));

    static {
        if (!KEPT) {
            forget();
        }
    }

    private static void forget() {
        FileSystemUtils.deleteRecursively(Path.of("target", "bench-database").toFile());
    }

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private OrderIntake orderIntake;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private RfmScoring rfm;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private LifecycleStaging lifecycle;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private RuleDesk ruleDesk;

    @Autowired
    private SegmentBook segmentBook;

    @Autowired
    private ListedSegments listedSegments;

    @Autowired
    private SegmentRefresh segmentRefresh;

    @Autowired
    private StandingBenchmark standing;

    @Autowired
    private StaffFixtures staff;

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Test
    void bulkThenRules() throws IOException {
        BenchReport report = new BenchReport("# Benchmark: %,d users, %,d orders".formatted(USERS, ORDERS));
        Reference reference = new Reference(dataSource);
        if (KEPT) {
            profiles.refreshAll();
        } else {
            bulk(reference, report);
        }
        RuleBenchmark rules =
                new RuleBenchmark(ruleDesk, segmentBook, listedSegments, segmentRefresh, reference, report);
        if (PARTS.contains("rules")) {
            rules.count();
            rules.segments();
        }
        long dayIntake = PARTS.contains("rules") || PARTS.contains("standing") ? nextDay() : 0;
        if (PARTS.contains("rules")) {
            rules.refresh();
            rules.overlap(USERS);
        }
        if (PARTS.contains("standing")) {
            standing.run(
                    reference,
                    report,
                    AS_OF,
                    USERS,
                    dayIntake,
                    () -> dayAfter(2).importId());
        }
        JdbcClient jdbc = JdbcClient.create(dataSource);
        long first = jdbc.sql("select min(user_id) from users.users")
                .query(Long.class)
                .single();
        PageReader reader = PageReader.loggedIn(port, staff, jdbc);
        UserPageBenchmark pages = new UserPageBenchmark(reader, first, USERS);
        ListBenchmark lists = new ListBenchmark(reader);
        if (PARTS.contains("pages")) {
            pages.run(report);
        }
        if (PARTS.contains("lists")) {
            lists.run(report);
        }
    }

    private void bulk(Reference reference, BenchReport report) throws IOException {
        BenchData data = new BenchData(USERS);
        Path users = data.users(FILES.resolve("users.csv"));
        Path orders = data.orders(FILES.resolve("orders.csv"), ORDERS);
        Path day = data.day(FILES.resolve("day.csv"), AS_OF, ORDERS, DAY_ORDERS);
        reference.run("prepare");

        double copyUsers = reference.run("copy-users", users);
        Measured first = importing(ImportKind.USERS, users, USERS);
        report.add(
                "users CSV: from file to committed", first.seconds(), "raw COPY", copyUsers, 2.0, USERS, first.heap());

        Measured again = importing(ImportKind.USERS, users, 0);
        report.add(
                "the same users file again",
                again.seconds(),
                "the first import",
                first.seconds(),
                0.5,
                USERS,
                again.heap());

        Measured undone = undoing(first.importId(), USERS);
        report.add(
                "undo of the users import", undone.seconds(), "the import", first.seconds(), 1.5, USERS, undone.heap());
        importing(ImportKind.USERS, users, USERS);

        double copyOrders = reference.run("copy-orders", orders);
        Measured facts = importing(ImportKind.ORDERS, orders, ORDERS);
        report.add(
                "orders CSV: from file to committed",
                facts.seconds(),
                "raw COPY",
                copyOrders,
                1.0,
                ORDERS,
                facts.heap());
        Measured settled = measured(() -> orderIntake.settle(facts.importId()));
        report.note("Settling the facts after their load (part of the refresh, before the metrics): %.1f s."
                .formatted(settled.seconds()));

        double byHand = reference.run("user-metrics");
        Measured all = measured(() -> metrics.refreshAll(AS_OF, WINDOW));
        report.add("metrics for all users", all.seconds(), "insert … select by hand", byHand, 1.1, USERS, all.heap());
        assertThat(metrics.drift(1)).isEmpty();

        Measured oneDay = importing(ImportKind.ORDERS, day, DAY_ORDERS);
        Measured touched = measured(() -> metrics.refreshTouched(oneDay.importId(), AS_OF, WINDOW));
        report.add(
                "metrics after a day's file",
                touched.seconds(),
                "metrics for all users",
                all.seconds(),
                0.02,
                DAY_ORDERS,
                touched.heap());
        assertThat(metrics.drift(1)).isEmpty();

        rfm.run(AS_OF.minusDays(1));
        double scoresByHand = reference.run("rfm-scores");
        Measured scored = measured(() -> rfm.run(AS_OF));
        report.add(
                "RFM run, all users",
                scored.seconds(),
                "scores by hand, unlogged",
                scoresByHand,
                1.5,
                USERS,
                scored.heap());

        histories.refreshAll();
        lifecycle.refreshAll(AS_OF);
        Measured wide = measured(profiles::refreshAll);
        report.note("Profiles of all users with their indexes, into an empty table: %.1f s.".formatted(wide.seconds()));
    }

    /**
     * A day comes, with what follows from it. One that came before changes nothing by coming again.
     *
     * @return the number of its intake
     */
    private long nextDay() {
        Measured brought = dayAfter(1);
        LocalDate day = AS_OF.plusDays(1);
        metrics.refreshTouched(brought.importId(), day, WINDOW);
        histories.refreshTouched(brought.importId());
        rfm.run(day);
        lifecycle.refreshTouched(brought.importId(), day);
        profiles.refreshAll();
        return brought.importId();
    }

    /** The orders of a later day, imported, and nothing counted anew. */
    private Measured dayAfter(int days) {
        Path file = new BenchData(USERS)
                .day(
                        FILES.resolve("day-%d.csv".formatted(days)),
                        AS_OF.plusDays(days),
                        ORDERS + days * DAY_ORDERS,
                        DAY_ORDERS);
        return importing(ImportKind.ORDERS, file);
    }

    private record Measured(double seconds, long heap, long importId) {}

    private Measured importing(ImportKind kind, Path file, long created) {
        Measured imported = importing(kind, file);
        assertThat(desk.find(imported.importId()).orElseThrow().report().created())
                .isEqualTo(created);
        return imported;
    }

    private Measured importing(ImportKind kind, Path file) {
        long[] id = new long[1];
        Measured took = measured(() -> {
            id[0] = upload(kind, file);
            desk.rehearse(id[0]);
            jobs.runPending("imports.rehearse");
            desk.commit(id[0]);
            jobs.runPending("imports.commit");
        });
        ImportView done = desk.find(id[0]).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.COMMITTED);
        assertThat(done.report().rejected()).isZero();
        return new Measured(took.seconds(), took.heap(), id[0]);
    }

    private Measured undoing(long importId, long reversed) {
        Measured took = measured(() -> {
            desk.undo(importId);
            jobs.runPending("imports.undo");
        });
        assertThat(desk.find(importId).orElseThrow().undo().reversed()).isEqualTo(reversed);
        return took;
    }

    private long upload(ImportKind kind, Path file) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return desk.upload(kind, file.getFileName().toString(), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Measured measured(Runnable work) {
        try (HeapWatch heap = new HeapWatch()) {
            long start = System.nanoTime();
            work.run();
            return new Measured((System.nanoTime() - start) / 1e9, heap.megabytesAboveRest(), 0);
        }
    }
}
