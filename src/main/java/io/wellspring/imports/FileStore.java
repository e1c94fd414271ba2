package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The bytes of uploaded files, in pieces in the database: written by binary {@code COPY} as they arrive, read piece by piece. */
@Component
class FileStore {

    static final int PIECE = 1 << 20;

    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate apart;

    FileStore(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    /**
     * What was stored.
     *
     * @param lines how many line ends there are
     * @param utf8 whether the whole of it is valid UTF-8
     */
    record Stored(long bytes, long lines, String sha256, boolean utf8) {}

    /** Writes a stream to its end, in the caller's transaction. */
    Stored write(long importId, InputStream content) throws IOException {
        Tally tally = new Tally();
        copy(importId, 0, content, tally);
        return tally.stored();
    }

    /**
     * Writes what comes behind the pieces that are there, in the caller's transaction.
     *
     * @param offset how many bytes are there; whole pieces
     */
    void append(long importId, long offset, byte[] bytes) {
        try {
            copy(importId, (int) (offset / PIECE), new ByteArrayInputStream(bytes), (piece, length) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether just these bytes stand there, in whole pieces. */
    boolean holds(long importId, long offset, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += PIECE) {
            byte[] expected = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            byte[] found = piece(importId, (int) ((offset + at) / PIECE)).orElseGet(() -> new byte[0]);
            if (!Arrays.equals(expected, found)) {
                return false;
            }
        }
        return true;
    }

    /** Goes through what was appended piece by piece, in the caller's transaction. */
    Stored lookThrough(long importId) {
        Tally tally = new Tally();
        Optional<byte[]> piece = piece(importId, 0);
        for (int seq = 1; piece.isPresent(); seq++) {
            tally.add(piece.get(), piece.get().length);
            piece = piece(importId, seq);
        }
        return tally.stored();
    }

    /**
     * The file's bytes; each piece is fetched when it is reached, in a transaction of its own: the reader's connection may be in the
     * middle of a {@code COPY}.
     */
    StoredBytes read(long importId, long size) {
        return new StoredBytes(size, seq -> apart.execute(status -> piece(importId, seq)));
    }

    /** The file's bytes as the caller's transaction sees them. */
    StoredBytes readWithin(long importId, long size) {
        return new StoredBytes(size, seq -> piece(importId, seq));
    }

    void delete(long importId) {
        jdbc.sql(sql("imports/delete-file-chunks")).param("import", importId).update();
    }

    private void copy(long importId, int firstSeq, InputStream content, Sink sink) throws IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copy(connection, importId, firstSeq, content, sink);
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be stored", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void copy(Connection connection, long importId, int firstSeq, InputStream content, Sink sink)
            throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql("imports/copy-chunks"));
        try {
            copy.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
            byte[] piece = new byte[PIECE];
            int length = content.readNBytes(piece, 0, PIECE);
            for (int seq = firstSeq; length > 0; seq++) {
                sink.add(piece, length);
                writePiece(copy, importId, seq, piece, length);
                length = content.readNBytes(piece, 0, PIECE);
            }
            copy.writeToCopy(new byte[] {(byte) 0xff, (byte) 0xff}, 0, 2);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void writePiece(CopyIn copy, long importId, int seq, byte[] piece, int length) throws SQLException {
        ByteBuffer prefix = ByteBuffer.allocate(26)
                .putShort((short) 3)
                .putInt(8)
                .putLong(importId)
                .putInt(4)
                .putInt(seq)
                .putInt(length);
        copy.writeToCopy(prefix.array(), 0, prefix.position());
        copy.writeToCopy(piece, 0, length);
    }

    static long countLines(byte[] piece, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private Optional<byte[]> piece(long importId, int seq) {
        return jdbc.sql(sql("imports/find-file-chunk"))
                .param("import", importId)
                .param("seq", seq)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Sink {
        void add(byte[] piece, int length);
    }

    /** What is known of a file when it has gone by once. */
    private static final class Tally implements Sink {

        private final MessageDigest digest = sha256();
        private final Utf8Check utf8 = new Utf8Check();
        private long bytes;
        private long lines;

        @Override
        public void add(byte[] piece, int length) {
            digest.update(piece, 0, length);
            utf8.add(piece, length);
            bytes += length;
            lines += countLines(piece, length);
        }

        Stored stored() {
            return new Stored(bytes, lines, HexFormat.of().formatHex(digest.digest()), utf8.isValid());
        }
    }
}
