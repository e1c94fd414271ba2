package io.wellspring.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its cells name by number. They are read as far as they are asked for; what would not fit into a few
 * megabytes goes to a private temporary file, since a million rows can have millions of them.
 */
final class SharedStrings implements AutoCloseable {

    private static final int BLOCK = 16;
    private static final int IN_MEMORY = 8 << 20;
    private static final int KEPT = 256;

    private final @Nullable Xml part;
    private final int inMemory;
    /** Where every {@link #BLOCK}th text begins. */
    private long[] starts = new long[1024];

    private int count;
    private long spooled;
    private @Nullable SeekableByteChannel spool;
    private byte[] pending = new byte[1 << 16];
    private int pendingLength;

    /** The blocks last looked at: cells of a column mostly name texts near each other, each column at a place of its own. */
    private final String[][] kept = new String[KEPT][];

    private final int[] keptBlocks = new int[KEPT];

    SharedStrings(@Nullable Xml part) {
        this(part, IN_MEMORY);
    }

    SharedStrings(@Nullable Xml part, int inMemory) {
        this.part = part;
        this.inMemory = inMemory;
    }

    /**
     * The text of that number.
     *
     * @throws DamagedFile if there is none
     */
    String get(int number) {
        if (number < 0) {
            throw new DamagedFile();
        }
        while (number >= count) {
            add();
        }
        int block = number / BLOCK;
        int slot = block % KEPT;
        if (kept[slot] == null || keptBlocks[slot] != block || kept[slot].length <= number % BLOCK) {
            kept[slot] = load(block);
            keptBlocks[slot] = block;
        }
        return kept[slot][number % BLOCK];
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
        }
        if (spool != null) {
            FileContents.close(spool);
        }
    }

    private void add() {
        do {
            if (part == null || !part.next()) {
                throw new DamagedFile();
            }
        } while (!part.starts("si"));
        if (count % BLOCK == 0) {
            beginBlock();
        }
        byte[] text = part.richText("si").getBytes(StandardCharsets.UTF_8);
        int needed = pendingLength + 4 + text.length;
        if (needed > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(needed, pending.length * 2));
        }
        ByteBuffer.wrap(pending, pendingLength, 4 + text.length)
                .putInt(text.length)
                .put(text);
        pendingLength = needed;
        count++;
    }

    private void beginBlock() {
        if (pendingLength >= (spool == null ? inMemory : 1 << 20)) {
            flush();
        }
        int at = count / BLOCK;
        if (at + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[at] = spooled + pendingLength;
    }

    private void flush() {
        try {
            if (spool == null) {
                spool = FileContents.privateFile();
            }
            spool.position(spooled);
            ByteBuffer bytes = ByteBuffer.wrap(pending, 0, pendingLength);
            while (bytes.hasRemaining()) {
                spool.write(bytes);
            }
            spooled += pendingLength;
            pendingLength = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] load(int block) {
        ByteBuffer bytes = bytes(block);
        String[] texts = new String[Math.min(BLOCK, count - block * BLOCK)];
        byte[] text = new byte[0];
        for (int i = 0; i < texts.length; i++) {
            int length = bytes.getInt();
            text = length > text.length ? new byte[length] : text;
            bytes.get(text, 0, length);
            texts[i] = new String(text, 0, length, StandardCharsets.UTF_8);
        }
        return texts;
    }

    private ByteBuffer bytes(int at) {
        long start = starts[at];
        long end = (at + 1) * BLOCK < count ? starts[at + 1] : spooled + pendingLength;
        if (start >= spooled) {
            return ByteBuffer.wrap(pending, (int) (start - spooled), (int) (end - start));
        }
        if (spool == null) {
            throw new IllegalStateException("Nothing was spooled");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (end - start));
        try {
            spool.position(start);
            while (bytes.hasRemaining() && spool.read(bytes) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.flip();
    }
}
