package io.wellspring;

import io.wellspring.shared.EmbeddedServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for tests, one server per test run and one fresh database per application context: our embedded one, or with
 * {@code -Dtest.postgres=testcontainers} a container.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnection() {
        return fresh();
    }

    /** A database nobody has used yet. */
    public static JdbcConnectionDetails fresh() {
        return "testcontainers".equals(System.getProperty("test.postgres")) ? inContainer() : embedded();
    }

    private static JdbcConnectionDetails embedded() {
        return details(
                Embedded.SERVER.jdbcUrl(
                        "test_%d_%d".formatted(ProcessHandle.current().pid(), DATABASES.incrementAndGet())),
                Embedded.SERVER.username(),
                Embedded.SERVER.password());
    }

    private static JdbcConnectionDetails inContainer() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        return details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static JdbcConnectionDetails details(String url, String username, String password) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return username;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    private static final class Embedded {

        static final EmbeddedServer SERVER =
                EmbeddedServer.start(Path.of("target", "test-database"), EmbeddedServer.Durability.NONE);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
