package io.wellspring.shared;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The row that is being read of a {@code COPY … to stdout (format binary)}. Values are asked for by their place, the first being 0: whole
 * numbers of any width and booleans (1 and 0) as numbers, everything of characters as text.
 */
public final class CopyRow {

    private static final int HEADER = 19;
    private static final int BUFFER = 1 << 16;
    private static final int MISSING = -1;

    private final InputStream bytes;
    private byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private int[] starts = new int[0];
    private int[] lengths = new int[0];

    CopyRow(InputStream bytes) throws IOException {
        this.bytes = bytes;
        need(HEADER);
        at = HEADER;
    }

    /** Goes on to the next row; false after the last. */
    boolean next() throws IOException {
        need(Short.BYTES);
        int values = (short) whole(at, Short.BYTES);
        at += Short.BYTES;
        if (values < 0) {
            return false;
        }
        if (starts.length != values) {
            starts = new int[values];
            lengths = new int[values];
        }
        int row = at;
        int length = 0;
        for (int i = 0; i < values; i++) {
            row = need(row, length + Integer.BYTES);
            lengths[i] = (int) whole(row + length, Integer.BYTES);
            starts[i] = length + Integer.BYTES;
            length += Integer.BYTES + Math.max(0, lengths[i]);
        }
        row = need(row, length);
        for (int i = 0; i < values; i++) {
            starts[i] += row;
        }
        at = row + length;
        return true;
    }

    public boolean isMissing(int place) {
        return lengths[place] == MISSING;
    }

    /** A whole number or a boolean that is not missing. */
    public long number(int place) {
        return whole(starts[place], lengths[place]);
    }

    /** Null where it is missing. */
    public @Nullable String text(int place) {
        return isMissing(place) ? null : new String(buffer, starts[place], lengths[place], StandardCharsets.UTF_8);
    }

    /** Big-endian, with the sign of its first byte. */
    private long whole(int start, int length) {
        long number = buffer[start];
        for (int i = 1; i < length; i++) {
            number = number << Byte.SIZE | buffer[start + i] & 0xff;
        }
        return number;
    }

    private void need(int length) throws IOException {
        need(at, length);
    }

    /**
     * Has so many bytes from a place on in the buffer.
     *
     * @return where that place is now
     */
    private int need(int from, int length) throws IOException {
        if (end - from >= length) {
            return from;
        }
        int kept = end - from;
        byte[] roomy = length > buffer.length ? new byte[Math.max(length, 2 * buffer.length)] : buffer;
        System.arraycopy(buffer, from, roomy, 0, kept);
        buffer = roomy;
        at = 0;
        end = kept;
        while (end < length) {
            int read = bytes.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException("The rows end within a row");
            }
            end += read;
        }
        return 0;
    }
}
