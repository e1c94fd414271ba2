package io.wellspring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * What comes out of a compressed stream, watched: it is refused when it grows past all sense, and when it is not what it was when it was
 * packed. Nothing is expanded ahead of its reader.
 */
final class Expanded extends InputStream {

    /** Far beyond ten million rows, and beyond the largest sheet Excel saves. */
    static final Limits SANE = new Limits(16L << 30, 64L << 20, 250);

    /** @param free how much may come out before the {@code ratio} to what went in counts */
    record Limits(long most, long free, long ratio) {

        long of(long packed) {
            return Math.min(most, Math.max(free, packed * ratio));
        }
    }

    private static final long UNKNOWN = -1;

    private final InputStream content;
    private final long most;
    private final long expectedCrc;
    private final CRC32 crc = new CRC32();
    private long count;

    private Expanded(InputStream content, long most, long expectedCrc) {
        this.content = content;
        this.most = most;
        this.expectedCrc = expectedCrc;
    }

    /** @param packed how many bytes it is made of */
    static Expanded of(InputStream content, long packed, Limits limits) {
        return new Expanded(content, limits.of(packed), UNKNOWN);
    }

    /** @param crc what its checksum must be at its end; negative if nobody knows */
    static Expanded of(InputStream content, long packed, Limits limits, long crc) {
        return new Expanded(content, limits.of(packed), crc);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read;
        try {
            read = content.read(target, offset, length);
        } catch (IOException e) {
            throw new DamagedFile();
        }
        if (read < 0) {
            if (expectedCrc >= 0 && crc.getValue() != expectedCrc) {
                throw new DamagedFile();
            }
            return read;
        }
        count += read;
        if (count > most) {
            throw new ExpandsTooFar(most >> 20);
        }
        if (expectedCrc >= 0) {
            crc.update(target, offset, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
