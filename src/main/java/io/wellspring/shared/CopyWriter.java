package io.wellspring.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by {@code COPY … from stdin}: as fast as PostgreSQL takes them, in constant memory. Nothing stands
 * in the table before {@link #finish()}; closing without it takes everything back.
 */
public final class CopyWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 1024);

    /**
     * @param connection a PostgreSQL connection, possibly wrapped by a pool
     * @param statement {@code copy <table> (<columns>) from stdin}, in text format
     */
    public CopyWriter(Connection connection, String statement) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    }

    /** Adds one row: numbers, text, dates, instants, enums, or null. */
    public void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /**
     * Ends the copy.
     *
     * @return how many rows were written
     */
    public long finish() {
        flush();
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused the rows", e);
        }
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL did not let go of the copy", e);
            }
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> buffer.append("\\N");
            case Number number -> buffer.append(number);
            case Boolean flag -> buffer.append(flag.booleanValue() ? 't' : 'f');
            case Instant instant -> buffer.append(instant);
            default -> escape(value.toString());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new UncheckedIOException("PostgreSQL stopped taking rows", new IOException(e));
        }
    }
}
