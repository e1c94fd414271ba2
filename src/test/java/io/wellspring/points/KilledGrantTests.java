package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.KilledApplication;
import io.wellspring.WellspringApplication;
import io.wellspring.points.BulkGrant.State;
import io.wellspring.shared.EmbeddedServer;
import io.wellspring.shared.UserId;
import io.wellspring.staff.web.AnnAsAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hundred thousand users are granted points, and the application is killed while it gives them, and once more while it takes them back, as
 * by {@code kill -9}. Started again, it goes on by itself, and each got it once and lost it once.
 */
@Tag("kill")
class KilledGrantTests {

    private static final int USERS = 200_000;

    @Test
    void eachGetsItOnceAndLosesItOnce(@TempDir Path home) throws Exception {
        assertThat(entriesWhenKilled(home, "giving")).isBetween(1L, USERS - 1L);
        assertThat(entriesWhenKilled(home, "taking")).isBetween(USERS + 1L, 2L * USERS - 1);
        Process last = KilledApplication.start(Application.class, home);
        assertThat(KilledApplication.waitFor(last, "back")).isTrue();
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();

        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            assertThat(KilledApplication.number(server, "select count(*) from points.entry"))
                    .isEqualTo(2L * USERS);
            assertThat(KilledApplication.number(server, "select count(*) from points.business_key"))
                    .isEqualTo(2L * USERS);
            assertThat(KilledApplication.number(server, "select count(distinct user_id) from points.entry"))
                    .isEqualTo(USERS);
            assertThat(KilledApplication.number(server, "select sum(amount) from points.entry"))
                    .isZero();
            assertThat(KilledApplication.number(server, "select count(*) from points.lot where remaining = 0"))
                    .isEqualTo(USERS);
            assertThat(KilledApplication.number(server, "select taken_back_points from points.bulk_grant"))
                    .isEqualTo(5L * USERS);
        }
    }

    private static long entriesWhenKilled(Path home, String word) throws Exception {
        Process process = KilledApplication.start(Application.class, home);
        assertThat(KilledApplication.waitFor(process, word)).isTrue();
        process.destroyForcibly().waitFor();
        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            return KilledApplication.number(server, "select count(*) from points.entry");
        }
    }

    /** Asks for the grant in its first life, and for its reversal once it is given; says where it is. */
    static final class Application {

        private static final Duration MOST = Duration.ofMinutes(2);

        public static void main(String[] args) throws Exception {
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WellspringApplication.class)
                    .run("--server.port=0", "--wellspring.data-directory=" + args[0])) {
                AnnAsAdmin.logIn();
                JdbcClient jdbc = context.getBean(JdbcClient.class);
                BulkGrants grants = context.getBean(BulkGrants.class);
                if (grants.all(1, 1).total() == 0) {
                    context.getBean(PointsSettings.class).change(0, new PointsTerms(1000, 100, 0, Points.MOST));
                    people(jdbc);
                    grants.grant(
                            UUID.randomUUID(),
                            new GrantTerms("Thanks", new Points(5), "thanks", Optional.empty()),
                            new Grantees(
                                    Grantees.How.LISTED,
                                    FilterWords.NONE,
                                    Optional.empty(),
                                    taker -> jdbc.sql("select user_id from users.users")
                                            .query(Long.class)
                                            .list()
                                            .forEach(user -> taker.accept(new UserId(user)))),
                            USERS);
                    sayWhen(jdbc, 1, "giving");
                }
                if (reached(grants, State.DONE, State.TAKING_BACK) == State.DONE) {
                    grants.takeBack(1);
                    sayWhen(jdbc, USERS + 1, "taking");
                }
                reached(grants, State.TAKEN_BACK, State.TAKEN_BACK);
                KilledApplication.say("back");
            }
        }

        private static void people(JdbcClient jdbc) {
            jdbc.sql("insert into users.users (registered_at, touched_by, created_by, created_at, updated_at)"
                            + " select timestamptz '2026-01-01', 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01'"
                            + " from generate_series(1, " + USERS + ")")
                    .update();
        }

        /** As soon as there are so many entries: in the middle of the work. Then nothing more is done until it is killed. */
        private static void sayWhen(JdbcClient jdbc, long entries, String word) throws InterruptedException {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(MOST)
                    .until(() -> jdbc.sql("select count(*) from points.entry")
                                    .query(Long.class)
                                    .single()
                            >= entries);
            KilledApplication.say(word);
            new CountDownLatch(1).await(MOST.toSeconds(), TimeUnit.SECONDS);
        }

        private static State reached(BulkGrants grants, State one, State other) {
            // Who is logged in is known to this thread only.
            return Awaitility.await()
                    .pollInSameThread()
                    .atMost(MOST)
                    .until(() -> grants.find(1).state(), state -> state == one || state == other);
        }
    }
}
