package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.KilledApplication;
import io.wellspring.WellspringApplication;
import io.wellspring.jobs.JobFilter;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.EmbeddedServer;
import io.wellspring.staff.web.AnnAsAdmin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application is killed, as by {@code kill -9}, at up to ten random moments while it uploads, rehearses and commits; each time it is started
 * again on what is left, and goes on. In the end there is what would be there without: nothing lost, nothing doubled.
 */
@Tag("kill")
class KilledImportsTests {

    private static final int KILLS = 10;
    private static final int USERS = 60_000;
    private static final int ORDERS = 120_000;
    /** From the moment it is up to the moment it is killed. */
    private static final int LONGEST_LIFE_MILLIS = 4_000;

    @Test
    void whatIsKilledGoesOn(@TempDir Path home) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        while (kills < KILLS) {
            Process application = KilledApplication.start(Application.class, home);
            boolean up = KilledApplication.waitFor(application, "up");
            assertThat(up)
                    .as("starts again, seed " + seed + ", after kills " + kills)
                    .isTrue();
            if (application.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS)) {
                break;
            }
            application.destroyForcibly().waitFor();
            kills++;
        }
        Process last = KilledApplication.start(Application.class, home);
        assertThat(KilledApplication.waitFor(last, "done"))
                .as("comes to its end, seed " + seed)
                .isTrue();
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        System.out.println("Killed " + kills + " times");

        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            assertThat(KilledApplication.number(server, "select count(*) from users.users"))
                    .isEqualTo(USERS);
            assertThat(KilledApplication.number(server, "select count(*) from users.identity"))
                    .isEqualTo(2L * USERS);
            assertThat(KilledApplication.number(server, "select count(*) from activity.order_fact"))
                    .isEqualTo(ORDERS);
            assertThat(KilledApplication.number(server, "select count(*) from activity.order_number"))
                    .isEqualTo(ORDERS);
            assertThat(KilledApplication.number(server, "select sum(amount) from activity.order_fact"))
                    .isEqualTo(100L * ORDERS);
            assertThat(KilledApplication.number(server, "select sum(orders) from metrics.user_metrics"))
                    .isEqualTo(ORDERS);
            assertThat(KilledApplication.number(
                            server, "select count(*) from imports.import_file where state = 'COMMITTED'"))
                    .isEqualTo(2);
        }
    }

    /** Brings in users, then orders: each step is asked for only if nobody has asked before, as an admin would see on the page. */
    static final class Application {

        private static final List<ImportKind> FILES = List.of(ImportKind.USERS, ImportKind.ORDERS);

        public static void main(String[] args) throws Exception {
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WellspringApplication.class)
                    .run("--server.port=0", "--wellspring.data-directory=" + args[0])) {
                AnnAsAdmin.logIn();
                KilledApplication.say("up");
                ImportDesk desk = context.getBean(ImportDesk.class);
                for (ImportKind kind : FILES) {
                    bring(desk, kind);
                }
                JobRunner jobs = context.getBean(JobRunner.class);
                while (jobs.runs(JobFilter.none(), 1).rows().stream().anyMatch(run -> !run.isOver())) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                KilledApplication.say("done");
            }
        }

        private static void bring(ImportDesk desk, ImportKind kind) throws Exception {
            while (true) {
                ImportView file = desk.list(1).rows().stream()
                        .filter(one -> one.kind() == kind)
                        .findFirst()
                        .orElse(null);
                if (file == null) {
                    desk.upload(kind, kind + ".csv", new ByteArrayInputStream(content(kind)));
                } else {
                    switch (file.state()) {
                        case UPLOADED -> desk.rehearse(file.id());
                        case REHEARSED -> desk.commit(file.id());
                        case COMMITTED -> {
                            return;
                        }
                        default -> TimeUnit.MILLISECONDS.sleep(50);
                    }
                }
            }
        }

        private static byte[] content(ImportKind kind) {
            StringBuilder text = new StringBuilder();
            if (kind == ImportKind.USERS) {
                text.append("会员号,手机,城市,注册日期\n");
                for (int user = 0; user < USERS; user++) {
                    text.append("K%06d,139%08d,杭州,2025-01-02\n".formatted(user, user));
                }
            } else {
                text.append("订单号,会员号,支付时间,金额\n");
                for (int order = 0; order < ORDERS; order++) {
                    text.append("N%07d,K%06d,2025-06-0%d 10:00,1.00\n".formatted(order, order % USERS, 1 + order % 9));
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
