package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.KilledApplication;
import io.wellspring.WellspringApplication;
import io.wellspring.shared.EmbeddedServer;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.web.AnnAsAdmin;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/**
 * Sixty-four at once earn, spend and reverse on ten accounts for thirty seconds; half-way the application is killed, as by {@code kill -9}. What any
 * of them was told is in the ledger, once; what they did not live to hear they ask again, and it is written no second time.
 */
@Tag("kill")
class KilledLedgerTests {

    private static final int THREADS = 64;
    private static final int ACCOUNTS = 10;
    private static final int SECONDS_OF_A_LIFE = 15;
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Test
    void whatWasToldIsThereOnceAndNobodyIsOverdrawn(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("told"));
        Process first = KilledApplication.start(Application.class, home);
        assertThat(KilledApplication.waitFor(first, "up")).isTrue();
        assertThat(first.waitFor(SECONDS_OF_A_LIFE, TimeUnit.SECONDS)).isFalse();
        first.destroyForcibly().waitFor();
        long toldBefore = told(home).size();
        Process second = KilledApplication.start(Application.class, home);
        assertThat(KilledApplication.waitFor(second, "done")).isTrue();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<Told> told = told(home);
        System.out.println("Told " + toldBefore + " before the kill, " + told.size() + " in all");
        assertThat(toldBefore).isPositive();
        assertThat(told.size()).isGreaterThan((int) toldBefore);
        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            assertThat(KilledApplication.number(server, "select count(*) from points.entry"))
                    .isEqualTo(told.size());
            assertThat(KilledApplication.number(server, "select count(*) from points.business_key"))
                    .isEqualTo(told.size());
            for (int account = 1; account <= ACCOUNTS; account++) {
                int at = account;
                long changed = told.stream()
                        .filter(one -> one.user() == at)
                        .mapToLong(Told::amount)
                        .sum();
                assertThat(KilledApplication.number(
                                server, "select sum(amount) from points.entry where user_id = " + account))
                        .isEqualTo(changed);
                assertThat(KilledApplication.number(server, """
                                select coalesce(sum(l.remaining), 0) - (select a.debt from points.account a where a.user_id = %1$d)
                                from points.lot l
                                where l.user_id = %1$d
                                """.formatted(account)))
                        .isEqualTo(changed);
            }
            assertThat(KilledApplication.number(server, """
                            select count(*)
                            from points.entry e
                            where e.kind = 'SPEND'
                              and -e.amount <> (
                                select coalesce(-sum(a.amount), 0)
                                from points.allocation a
                                where a.user_id = e.user_id and a.entry_id = e.entry_id
                              )
                            """)).isZero();
            assertThat(KilledApplication.number(server, "select count(*) from points.lot where remaining < 0"))
                    .isZero();
        }
    }

    /** What somebody was told was written, and of whom. */
    private record Told(long user, long amount) {}

    private static List<Told> told(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("told"))) {
            List<Told> told = new ArrayList<>();
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] words = line.split(" ");
                    if (words.length == 4) {
                        told.add(new Told(Long.parseLong(words[1]), Long.parseLong(words[2])));
                    }
                }
            }
            return told;
        }
    }

    /** What each thread does at each step follows from their numbers alone, so that who is started again can ask the same again. */
    static final class Application {

        private static final Cause CAUSE = new Cause("test", "");

        public static void main(String[] args) throws Exception {
            Path told = Path.of(args[0], "told");
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WellspringApplication.class)
                    .run("--server.port=0", "--wellspring.data-directory=" + args[0])) {
                AnnAsAdmin.logIn();
                people(context.getBean(JdbcClient.class));
                PointsLedger ledger = context.getBean(PointsLedger.class);
                KilledApplication.say("up");
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_A_LIFE);
                try (ExecutorService threads =
                        new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(THREADS))) {
                    List<Callable<Boolean>> all = IntStream.range(0, THREADS)
                            .<Callable<Boolean>>mapToObj(
                                    thread -> () -> work(ledger, told.resolve(Integer.toString(thread)), thread, end))
                            .toList();
                    for (Future<Boolean> one : threads.invokeAll(all)) {
                        one.get();
                    }
                }
                KilledApplication.say("done");
            }
        }

        private static void people(JdbcClient jdbc) {
            if (jdbc.sql("select count(*) from users.users").query(Long.class).single() == 0) {
                Facts facts = new Facts(jdbc);
                IntStream.range(0, ACCOUNTS).forEach(number -> facts.user("u" + number, "2026-01-01"));
            }
        }

        /** A line says the step, the user, what it changed and a full stop; one that is cut off was not told. */
        private static boolean work(PointsLedger ledger, Path file, int thread, long end) throws IOException {
            int step = Files.exists(file) ? stepAfter(file) : 0;
            try (BufferedWriter told =
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (; System.nanoTime() < end; step++) {
                    try {
                        Posting posting = write(ledger, thread, step);
                        told.write(step + " " + posting.user() + " "
                                + posting.amount().value() + " .\n");
                    } catch (Refusal refused) {
                        told.write(step + " -\n");
                    }
                    told.flush();
                }
            }
            return true;
        }

        private static int stepAfter(Path file) throws IOException {
            List<String> whole = Files.readAllLines(file).stream()
                    .filter(line -> line.matches("\\d+ (-|\\d+ -?\\d+ \\.)"))
                    .toList();
            Files.write(file, whole);
            return whole.isEmpty() ? 0 : 1 + Integer.parseInt(whole.getLast().split(" ")[0]);
        }

        private static Posting write(PointsLedger ledger, int thread, int step) {
            Random random = new Random(1_000_003L * thread + step);
            UserId user = new UserId(1 + random.nextInt(ACCOUNTS));
            BusinessKey key = new BusinessKey(thread + "-" + step);
            BusinessKey earlier = new BusinessKey(thread + "-" + random.nextInt(step + 1));
            return switch (random.nextInt(6)) {
                case 0, 1 ->
                    ledger.earn(new Earning(
                            user, new Points(1 + random.nextInt(50)), key, DAY, DAY, new ExpiryPolicy.Never(), CAUSE));
                case 2, 3 -> ledger.spend(new Spending(user, new Points(1 + random.nextInt(60)), key, DAY, CAUSE));
                case 4 -> ledger.reverseEarn(new Reversal(earlier, Optional.empty(), key, DAY, CAUSE));
                default -> ledger.reverseSpend(new Reversal(earlier, Optional.empty(), key, DAY, CAUSE));
            };
        }
    }
}
