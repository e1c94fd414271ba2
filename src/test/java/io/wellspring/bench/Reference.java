package io.wellspring.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/** The best PostgreSQL can do by hand with the same input on the same server: statements to be read in {@code src/test/resources/bench}. */
final class Reference {

    private final DataSource dataSource;

    Reference(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the statements of a file in one transaction; a {@code copy … from stdin} among them gets the rows of {@code file}. */
    double run(String name, Path file) {
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String text : read(name).split(";\\s*\\n")) {
                if (text.replaceAll("(?m)^--.*$", "").strip().startsWith("copy ")) {
                    try (InputStream rows = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
                        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(text, rows, 1 << 20);
                    }
                } else if (!text.isBlank()) {
                    statement.execute(text);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The reference " + name + " failed", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    double run(String name) {
        return run(name, Path.of(""));
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource("bench/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
    }
}
