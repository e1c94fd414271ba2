package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.jobs.JobsInTests;
import io.wellspring.points.BulkGrants;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.EarningBasis;
import io.wellspring.points.EarningLimits;
import io.wellspring.points.EarningRules;
import io.wellspring.points.EarningTerms;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.FilterWords;
import io.wellspring.points.GrantTerms;
import io.wellspring.points.Grantees;
import io.wellspring.points.Points;
import io.wellspring.points.PointsEarning;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.PointsReading;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.PointsTerms;
import io.wellspring.points.Spending;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.util.FileSystemUtils;

/**
 * Points at full size, on the embedded server with durable settings: what rules give for ten historic orders of each user, beside copying as many rows;
 * for a day's orders; and how many spendings a second there are, beside transactions of the kind TPC-B has, on the same server by the same driver.
 */
@Tag("bench")
@SpringBootTest(properties = {"db-scheduler.enabled=false", "wellspring.data-directory=target/bench-points"})
@AsStaff
@Import(JobsInTests.class)
class PointsBenchmarkTests {

    private static final long USERS = Long.getLong("bench.users", 1_000_000);
    private static final int DAY_ORDERS = 10_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate SPENDING_DAY = LocalDate.of(2026, 3, 1);
    private static final int BUSY_ACCOUNTS = 10;
    private static final int THREADS = 16;
    private static final long ACCOUNTS_OF_A_BRANCH = 100_000;
    private static final long NANOS_MEASURED = 10_000_000_000L;

    static {
        FileSystemUtils.deleteRecursively(Path.of("target", "bench-points").toFile());
    }

    @Autowired
    private EarningRules rules;

    @Autowired
    private PointsEarning earning;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private BulkGrants grants;

    @Autowired
    private PointsSettings settings;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private PointsReading reading;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void earnsAndSpends() throws Exception {
        facts();
        rules.create(
                "Shopping",
                new EarningTerms(
                        new EarningBasis.OrderAmount(1, new Money(100)),
                        50,
                        200,
                        new EarningLimits(Optional.empty(), Optional.of(100_000L), Optional.empty()),
                        0,
                        new ExpiryPolicy.EndOfYear(1),
                        LocalDate.of(2020, 1, 1),
                        Optional.empty()));
        double historic = seconds(() -> assertThat(earning.earn(TODAY).facts()).isEqualTo(USERS * 10));
        double raw = copied();
        say("historic: %,d orders in %.1f s, as many rows copied in %.1f s: %.2f times (to reach: 3 at most)"
                .formatted(USERS * 10, historic, raw, historic / raw));
        orders(2, DAY_ORDERS, 1);
        jdbc.sql("analyze points.earned_fact").update();
        double day =
                seconds(() -> assertThat(earning.earnFrom(2, TODAY).facts()).isEqualTo(DAY_ORDERS));
        double again = seconds(() -> assertThat(earning.earn(TODAY).facts()).isZero());
        say("a day: %,d orders in %.2f s (to reach: 1 at most); a night that finds nothing: %.1f s"
                .formatted(DAY_ORDERS, day, again));
        limited();
        bank(1);
        LongStream.rangeClosed(1, BUSY_ACCOUNTS).forEach(this::fill);
        spendings("on ten accounts, beside one branch", BUSY_ACCOUNTS, 1);
        bank(100);
        spendings("on any account, beside a hundred branches", USERS, 100);
        granted();
        assertThat(reading.drift(10)).isEmpty();
    }

    /** Every other user was in the segment from some day of 2024 on, and one in six of them left it after a year. */
    private void limited() throws Exception {
        long segment = jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values ('Every other', 'STATIC', 'ACTIVE', 'Ann', '2020-01-01', '2020-01-01')
                        returning segment_id
                        """).query(Long.class).single();
        jdbc.sql("select segments.open_members(:segment)")
                .param("segment", segment)
                .query(row -> {});
        List.of("""
                        insert into segments.refresh (segment_id, at, as_of, members, entered, gone, duration_ms)
                        select :segment, timestamptz '2024-01-01' + n * interval '1 day', date '2024-01-01' + n::int, 0, 0, 0, 0
                        from generate_series(0, 730) n
                        """, """
                        insert into segments.passage (user_id, segment_id, at, entered)
                        select n, :segment, timestamptz '2024-01-01' + n % 365 * interval '1 day', true
                        from generate_series(2, :users, 2) n
                        union all
                        select n, :segment, timestamptz '2024-01-01' + (n % 365 + 365) * interval '1 day', false
                        from generate_series(6, :users, 6) n
                        """, """
                        insert into segments.member (user_id, segment_id, since)
                        select n, :segment, timestamptz '2024-01-01' + n % 365 * interval '1 day'
                        from generate_series(2, :users, 2) n
                        where n % 6 <> 0
                        """, """
                        insert into segments.standing (segment_id, members, as_of, refreshed_at, duration_ms)
                        select :segment, count(*), date '2026-06-30', timestamptz '2026-06-30', 0
                        from segments.member
                        where segment_id = :segment
                        """)
                .forEach(statement -> jdbc.sql(statement)
                        .param("segment", segment)
                        .param("users", USERS)
                        .update());
        jdbc.sql("analyze segments.passage, segments.member").update();
        EarningTerms terms = new EarningTerms(
                new EarningBasis.OrderAmount(1, new Money(100)),
                50,
                200,
                new EarningLimits(Optional.empty(), Optional.of(100_000L), Optional.empty()),
                0,
                new ExpiryPolicy.EndOfYear(1),
                LocalDate.of(2020, 1, 1),
                Optional.empty());
        double rehearsed = seconds(() -> rules.rehearse(terms, TODAY.minusDays(800), TODAY.minusDays(771)));
        double within = seconds(
                () -> rules.rehearse(terms.onlyFor(Set.of(segment)), TODAY.minusDays(800), TODAY.minusDays(771)));
        rules.create("Every other", terms.onlyFor(Set.of(segment)));
        double historic = seconds(() -> assertThat(earning.earn(TODAY).facts()).isEqualTo(USERS * 10 + DAY_ORDERS));
        orders(3, DAY_ORDERS, 1);
        double day =
                seconds(() -> assertThat(earning.earnFrom(3, TODAY).facts()).isEqualTo(2 * DAY_ORDERS));
        say(
                "limited to a segment of every other user: %,d historic orders in %.1f s; a day of %,d orders by both rules in %.2f s; a rehearsal of 30 days in %.1f s, without the limit %.1f s"
                        .formatted(USERS * 10 + DAY_ORDERS, historic, DAY_ORDERS, day, within, rehearsed));
    }

    /** Points for everybody at once, and back again. */
    private void granted() throws Exception {
        settings.change(settings.kept().edition(), new PointsTerms(1000, 100, 0, Points.MOST));
        Grantees everybody = new Grantees(
                Grantees.How.LISTED,
                FilterWords.NONE,
                Optional.empty(),
                taker -> LongStream.rangeClosed(1, USERS).forEach(user -> taker.accept(new UserId(user))));
        GrantTerms terms = new GrantTerms("Thanks", new Points(5), "thanks", Optional.empty());
        double rehearsed = seconds(() -> grants.rehearse(terms, everybody));
        double kept = seconds(() -> grants.grant(UUID.randomUUID(), terms, everybody, USERS));
        double given = seconds(() -> jobs.runPending("points.grant"));
        grants.takeBack(1);
        double back = seconds(() -> jobs.runPending("points.grant"));
        assertThat(grants.find(1).figures().takenBack()).isEqualTo(5 * USERS);
        say("a grant to %,d users: rehearsed in %.1f s, asked for in %.1f s, given in %.1f s, taken back in %.1f s"
                .formatted(USERS, rehearsed, kept, given, back));
    }

    private void facts() {
        jdbc.sql("""
                        insert into users.users (user_id, external_id, birthday, touched_by, created_by, created_at, updated_at)
                        select n, 'X' || n, date '1980-01-01' + (n % 7000)::int, 1, 1, '2020-01-01', '2020-01-01'
                        from generate_series(1, :users) n
                        """).param("users", USERS).update();
        orders(1, USERS, 10);
        jdbc.sql("analyze").update();
    }

    private void orders(long intake, long users, int each) {
        jdbc.sql("""
                        insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, intake_id)
                        select u, 'ORDER', 'bench', :intake || '-' || u || '-' || n, timestamptz '2023-07-01' + (u * 7 + n * 107) % 1000 * interval '1 day',
                          1000 + (u * 37 + n * 977) % 50000, :intake
                        from generate_series(1, :users) u
                        cross join generate_series(1, :each) n
                        """)
                .param("intake", intake)
                .param("users", users)
                .param("each", each)
                .update();
        jdbc.sql("insert into activity.order_intake (intake_id, orders, refunds) values (:intake, :orders, 0)")
                .param("intake", intake)
                .param("orders", users * each)
                .update();
    }

    /** The same rows into tables with the same indexes, each by one statement. */
    private double copied() throws Exception {
        List<String> tables =
                List.of("points.account", "points.entry", "points.lot", "points.business_key", "points.earned_fact");
        for (String table : tables) {
            jdbc.sql("create table " + table + "_copy (like " + table + " including indexes including constraints)")
                    .update();
        }
        double seconds =
                seconds(() -> tables.forEach(table -> jdbc.sql("insert into " + table + "_copy select * from " + table)
                        .update()));
        for (String table : tables) {
            jdbc.sql("drop table " + table + "_copy").update();
        }
        return seconds;
    }

    private void spendings(String where, long accounts, int branches) throws Exception {
        double spends = perSecond(() -> spend(accounts));
        double tpcb = perSecond(() -> tpcb(branches));
        say("spendings %s: %.0f a second, TPC-B-like transactions: %.0f a second, ratio %.2f (to reach: 0.5 at least)"
                .formatted(where, spends, tpcb, spends / tpcb));
    }

    /** So much that nobody runs out of it. */
    private void fill(long account) {
        ledger.earn(new Earning(
                new UserId(account),
                new Points(100_000_000),
                new BusinessKey("bench:fill:" + account),
                SPENDING_DAY,
                SPENDING_DAY,
                new ExpiryPolicy.Never(),
                new Cause("bench", "")));
    }

    private long spend(long accounts) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        ledger.spend(new Spending(
                new UserId(1 + random.nextLong(accounts)),
                new Points(1),
                new BusinessKey("bench:" + random.nextLong() + ":" + random.nextLong()),
                SPENDING_DAY,
                new Cause("bench", "")));
        return 1;
    }

    /** pgbench's tables: ten tellers and a hundred thousand accounts to each branch. */
    private void bank(int branches) {
        Stream.of(
                        "drop table if exists public.branch, public.teller, public.bank_account, public.history",
                        "create table public.branch (id int primary key, balance bigint not null)",
                        "create table public.teller (id int primary key, balance bigint not null)",
                        "create table public.bank_account (id bigint primary key, balance bigint not null, filler char(84))",
                        "create table public.history (teller int, branch int, account bigint, delta int, at timestamptz, filler char(22))",
                        "insert into public.branch select n, 0 from generate_series(1, %d) n",
                        "insert into public.teller select n, 0 from generate_series(1, %d * 10) n")
                .forEach(statement -> jdbc.sql(statement.formatted(branches)).update());
        jdbc.sql("insert into public.bank_account select n, 0, '' from generate_series(1, :accounts) n")
                .param("accounts", branches * ACCOUNTS_OF_A_BRANCH)
                .update();
        jdbc.sql("analyze").update();
    }

    /** The five statements of pgbench's tpcb-like, in one transaction. */
    private long tpcb(int branches) throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long account = 1 + random.nextLong(branches * ACCOUNTS_OF_A_BRANCH);
        int teller = 1 + random.nextInt(branches * 10);
        int branch = 1 + random.nextInt(branches);
        int delta = random.nextInt(10_001) - 5000;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "update public.bank_account set balance = balance + ? where id = ?", delta, account);
            run(connection, "select balance from public.bank_account where id = ?", account);
            run(connection, "update public.teller set balance = balance + ? where id = ?", delta, (long) teller);
            run(connection, "update public.branch set balance = balance + ? where id = ?", delta, (long) branch);
            run(
                    connection,
                    "insert into public.history (teller, branch, account, delta, at) values (?, ?, ?, ?, now())",
                    teller,
                    (long) branch,
                    account,
                    (long) delta);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return 1;
    }

    private static void run(Connection connection, String statement, Number... values) throws Exception {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.execute();
        }
    }

    private static double perSecond(Callable<Long> work) throws Exception {
        long start = System.nanoTime();
        long done = 0;
        try (ExecutorService threads =
                new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(THREADS))) {
            List<Callable<Long>> all = IntStream.range(0, THREADS)
                    .<Callable<Long>>mapToObj(thread -> () -> {
                        long count = 0;
                        while (System.nanoTime() - start < NANOS_MEASURED) {
                            count += work.call();
                        }
                        return count;
                    })
                    .toList();
            for (Future<Long> one : threads.invokeAll(all)) {
                done += one.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text) {
        System.out.println("BENCH " + text);
    }
}
