package io.wellspring.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    @Test
    void aKilledProcessLosesNothingItCommittedAndTheNextStartWorks(@TempDir Path home) throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long committed = committedBeforeTheKill(writer);

        try (EmbeddedServer next = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            assertThat(single(next, "select max(n) from written")).isGreaterThanOrEqualTo(committed);
            assertThat(single(next, "select count(*) - max(n) from written")).isZero();
        }
    }

    @Test
    void twoDoNotShareADirectory(@TempDir Path home) {
        try (EmbeddedServer first = EmbeddedServer.start(home, EmbeddedServer.Durability.NONE)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedServer.start(home, EmbeddedServer.Durability.NONE))
                    .withMessageContaining("Another Wellspring");
            assertThat(first.jdbcUrl("wellspring")).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void whatIsWrittenIsOnTheDiskBeforeItCounts(@TempDir Path home) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home, EmbeddedServer.Durability.FULL)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(single(server, "select (current_setting('" + setting + "') = 'on')::int"))
                        .as(setting)
                        .isOne();
            }
        }
    }

    private static long committedBeforeTheKill(Process writer) throws IOException, InterruptedException {
        long committed = 0;
        try (BufferedReader output = new BufferedReader(new InputStreamReader(writer.getInputStream()))) {
            String line = output.readLine();
            while (line != null && committed < 300) {
                if (line.startsWith("committed ")) {
                    committed = Long.parseLong(line.substring("committed ".length()));
                }
                line = output.readLine();
            }
            writer.destroyForcibly();
        }
        writer.waitFor();
        assertThat(committed).isGreaterThanOrEqualTo(300);
        return committed;
    }

    private static long single(EmbeddedServer server, String query) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("test"), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Writes one number after the other and says so once it is committed, until somebody kills it. */
    static final class Writer {

        public static void main(String[] args) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]), EmbeddedServer.Durability.FULL);
            try (Connection connection =
                            DriverManager.getConnection(server.jdbcUrl("test"), server.username(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table written (n bigint primary key)");
                for (long n = 1; ; n++) {
                    statement.execute("insert into written values (" + n + ")");
                    System.out.println("committed " + n);
                }
            }
        }
    }
}
