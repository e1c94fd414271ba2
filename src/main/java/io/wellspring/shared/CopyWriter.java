package io.wellspring.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by {@code COPY … from stdin (format binary)}: as fast as PostgreSQL takes them, in constant memory.
 * Nothing stands in the table before {@link #finish()}; closing without it takes everything back.
 *
 * <p>The binary format wants each value in the very type of its column: {@link Long} is a {@code bigint}, {@link Integer} an {@code int},
 * {@link Boolean} a {@code boolean}, {@link Instant} a {@code timestamptz}, {@link LocalDate} a {@code date}, {@link Json} a
 * {@code jsonb}, a {@code byte[]} a {@code bytea}, and everything else, enums included, {@code text}.
 */
public final class CopyWriter implements AutoCloseable {

    /** The text of a JSON document. */
    public record Json(String text) {

        /** The document, or null where there is none. */
        public static @Nullable Json of(@Nullable String text) {
            return text == null ? null : new Json(text);
        }
    }

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int BUFFER = 1 << 16;
    /** PostgreSQL counts days and microseconds from 2000-01-01. */
    private static final int EPOCH_DAY = (int) LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400L;
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private byte[] buffer = new byte[BUFFER + (BUFFER >> 2)];
    private int at;

    /**
     * @param connection a PostgreSQL connection, possibly wrapped by a pool
     * @param statement {@code copy <table> (<columns>) from stdin with (format binary)}
     */
    public CopyWriter(Connection connection, String statement) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        at = HEADER.length;
    }

    /** Adds one row. */
    public void row(@Nullable Object... values) {
        need(2);
        putShort(values.length);
        for (Object value : values) {
            append(value);
        }
        if (at >= BUFFER) {
            flush();
        }
    }

    /**
     * Ends the copy.
     *
     * @return how many rows were written
     */
    public long finish() {
        need(2);
        putShort(-1);
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
        need(16);
        switch (value) {
            case null -> putInt(-1);
            case Long number -> {
                putInt(8);
                putLong(number);
            }
            case Integer number -> {
                putInt(4);
                putInt(number);
            }
            case Boolean flag -> {
                putInt(1);
                buffer[at++] = (byte) (flag ? 1 : 0);
            }
            case Instant instant -> {
                putInt(8);
                putLong((instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000L + instant.getNano() / 1_000);
            }
            case LocalDate date -> {
                putInt(4);
                putInt((int) date.toEpochDay() - EPOCH_DAY);
            }
            case byte[] bytes -> {
                need(4 + bytes.length);
                putInt(bytes.length);
                System.arraycopy(bytes, 0, buffer, at, bytes.length);
                at += bytes.length;
            }
            case Json json -> text(json.text(), true);
            default -> text(value.toString(), false);
        }
    }

    /** UTF-8 straight into the buffer; the length goes in front once it is known. */
    private void text(String text, boolean versioned) {
        need(5 + 3 * text.length());
        int length = at;
        at += 4;
        if (versioned) {
            buffer[at++] = JSONB_VERSION;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[at++] = (byte) c;
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xc0 | c >> 6);
                buffer[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                buffer[at++] = (byte) (0xf0 | point >> 18);
                buffer[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                buffer[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                buffer[at++] = (byte) (0x80 | point & 0x3f);
            } else {
                char sound = Character.isSurrogate(c) ? '\ufffd' : c;
                buffer[at++] = (byte) (0xe0 | sound >> 12);
                buffer[at++] = (byte) (0x80 | sound >> 6 & 0x3f);
                buffer[at++] = (byte) (0x80 | sound & 0x3f);
            }
        }
        int end = at;
        at = length;
        putInt(end - length - 4);
        at = end;
    }

    private void need(int bytes) {
        if (buffer.length - at < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + bytes));
        }
    }

    private void putShort(int value) {
        buffer[at++] = (byte) (value >> 8);
        buffer[at++] = (byte) value;
    }

    private void putInt(int value) {
        buffer[at++] = (byte) (value >> 24);
        buffer[at++] = (byte) (value >> 16);
        buffer[at++] = (byte) (value >> 8);
        buffer[at++] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer, 0, at);
        } catch (SQLException e) {
            throw new UncheckedIOException("PostgreSQL stopped taking rows", new IOException(e));
        }
        at = 0;
    }
}
