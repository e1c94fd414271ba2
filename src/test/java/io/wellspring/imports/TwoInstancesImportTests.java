package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wellspring.WellspringApplication;
import io.wellspring.shared.EmbeddedServer;
import io.wellspring.staff.web.AnnAsAdmin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two whole applications on one database, and ten imports at once: each is done once, wherever it was asked for. */
class TwoInstancesImportTests {

    private static final int IMPORTS = 10;
    private static final int ROWS = 200;

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tenImportsAreEachDoneOnce(@TempDir Path home) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.NONE);
                ConfigurableApplicationContext one = instance(server);
                ConfigurableApplicationContext two = instance(server)) {
            AnnAsAdmin.logIn();
            List<Long> ids = new ArrayList<>();
            for (int file = 0; file < IMPORTS; file++) {
                ids.add(desk(one, two, file)
                        .upload(ImportKind.USERS, "users" + file + ".csv", new ByteArrayInputStream(users(file))));
            }
            for (int file = 0; file < IMPORTS; file++) {
                desk(two, one, file).rehearse(ids.get(file));
            }
            waitUntilAll(one, ids, ImportState.REHEARSED);
            for (int file = 0; file < IMPORTS; file++) {
                desk(one, two, file).commit(ids.get(file));
            }
            waitUntilAll(two, ids, ImportState.COMMITTED);

            JdbcClient jdbc = one.getBean(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from users.users")
                            .query(Long.class)
                            .single())
                    .isEqualTo((long) IMPORTS * ROWS);
            assertThat(jdbc.sql("select sum(created) from imports.import_file")
                            .query(Long.class)
                            .single())
                    .isEqualTo((long) IMPORTS * ROWS);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(runs(jdbc, "SUCCEEDED"))
                            .as("a run ends after the import it did")
                            .isEqualTo(2L * IMPORTS));
            assertThat(jdbc.sql("select max(attempts) from jobs.job_run where job like 'imports.%'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static long runs(JdbcClient jdbc, String state) {
        return jdbc.sql(
                        "select count(*) from jobs.job_run where job in ('imports.rehearse', 'imports.commit') and state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private static ConfigurableApplicationContext instance(EmbeddedServer server) {
        return new SpringApplicationBuilder(WellspringApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--spring.datasource.url=" + server.jdbcUrl("two"),
                        "--spring.datasource.username=" + server.username(),
                        "--spring.datasource.password=" + server.password());
    }

    private static ImportDesk desk(
            ConfigurableApplicationContext even, ConfigurableApplicationContext odd, int number) {
        return (number % 2 == 0 ? even : odd).getBean(ImportDesk.class);
    }

    private static void waitUntilAll(ConfigurableApplicationContext instance, List<Long> ids, ImportState state) {
        ImportDesk desk = instance.getBean(ImportDesk.class);
        await().atMost(Duration.ofMinutes(2))
                .pollInSameThread()
                .until(() ->
                        ids.stream().allMatch(id -> desk.find(id).orElseThrow().state() == state));
    }

    private static byte[] users(int file) throws IOException {
        StringBuilder text = new StringBuilder("id,phone,city\n");
        for (int user = 0; user < ROWS; user++) {
            text.append("T%d-%d,137%02d%06d,Hangzhou\n".formatted(file, user, file, user));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
