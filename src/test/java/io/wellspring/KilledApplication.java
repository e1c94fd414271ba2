package io.wellspring;

import io.wellspring.shared.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The application in a JVM of its own, to be killed; it says how far it is by words on lines of their own. */
public final class KilledApplication {

    private static final String SAYS = "killed-application ";

    private KilledApplication() {}

    /** Starts a main class on a data directory. */
    public static Process start(Class<?> main, Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx700m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Said by the application, heard by {@link #waitFor}. */
    public static void say(String word) {
        System.out.println(SAYS + word);
    }

    /** Reads what it says up to a word; the rest flows on unread in the background, so that it does not stand still. */
    public static boolean waitFor(Process application, String word) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(application.getInputStream()));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(SAYS + word)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return true;
            }
        }
        return false;
    }

    /** The number a query finds in what it left. */
    public static long number(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("wellspring"), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
