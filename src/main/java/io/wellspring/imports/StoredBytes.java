package io.wellspring.imports;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an uploaded file where they lie, in order or by position.
 *
 * @param size how many there are
 * @param piece a piece of {@link FileStore#PIECE} bytes, the last one shorter; nothing behind it
 */
record StoredBytes(long size, IntFunction<Optional<byte[]>> piece) {

    /** From the start; each piece is fetched when it is reached. */
    InputStream stream() {
        return new PieceStream(piece);
    }

    /** By position; the pieces last looked at are kept, so that reading two places in turn fetches each piece once. */
    SeekableByteChannel channel() {
        return new PieceChannel(this);
    }

    byte[] head() {
        return piece.apply(0).orElseGet(() -> new byte[0]);
    }

    private static final class PieceStream extends InputStream {

        private final IntFunction<Optional<byte[]>> pieces;
        private byte @Nullable [] piece = new byte[0];
        private int seq;
        private int at;

        PieceStream(IntFunction<Optional<byte[]>> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            byte[] current = current();
            if (current == null) {
                return -1;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, target, offset, count);
            at += count;
            return count;
        }

        private byte @Nullable [] current() {
            if (piece != null && at == piece.length) {
                piece = pieces.apply(seq).orElse(null);
                seq++;
                at = 0;
            }
            return piece;
        }

        /** Opens nothing that would have to be closed. */
        @Override
        public void close() {
            piece = null;
        }
    }

    private static final class PieceChannel implements SeekableByteChannel {

        private static final int KEPT = 6;

        private final StoredBytes bytes;
        private final Map<Integer, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
                return size() > KEPT;
            }
        };
        private long position;
        private boolean open = true;

        PieceChannel(StoredBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer target) {
            if (position >= bytes.size) {
                return -1;
            }
            byte[] piece = kept.computeIfAbsent(
                    (int) (position / FileStore.PIECE),
                    seq -> bytes.piece.apply(seq).orElseThrow(DamagedFile::new));
            int at = (int) (position % FileStore.PIECE);
            int count = Math.min(target.remaining(), piece.length - at);
            target.put(piece, at, count);
            position += count;
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return bytes.size;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }
    }
}
