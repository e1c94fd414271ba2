package io.wellspring.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.io.ClassPathResource;

/** The statements under {@code src/main/resources/sql}, each read once. */
public final class SqlFiles {

    private static final ConcurrentMap<String, String> STATEMENTS = new ConcurrentHashMap<>();

    private SqlFiles() {}

    /**
     * The text of one statement.
     *
     * @param name {@code <module>/<verb-object>}, without folder and ending
     */
    public static String sql(String name) {
        return STATEMENTS.computeIfAbsent(name, SqlFiles::read);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No SQL file " + name, e);
        }
    }
}
