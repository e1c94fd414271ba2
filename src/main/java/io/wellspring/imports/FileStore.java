package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The bytes of uploaded files, in pieces in the database: written by one binary {@code COPY} as they arrive, read piece by piece. */
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
     * @param head the first piece
     */
    record Stored(long bytes, long lines, String sha256, boolean utf8, byte[] head) {}

    /** Writes a stream to its end, in the caller's transaction. */
    Stored write(long importId, InputStream content) throws IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return write(connection, importId, content);
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be stored", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * The file's bytes from the start; each piece is fetched when it is reached, in a transaction of its own: the reader's connection
     * may be in the middle of a {@code COPY}.
     */
    InputStream read(long importId) {
        return new PieceStream(importId);
    }

    /** The first piece of the file, or nothing of an empty one. */
    byte[] head(long importId) {
        return piece(importId, 0).orElseGet(() -> new byte[0]);
    }

    void delete(long importId) {
        jdbc.sql(sql("imports/delete-file-chunks")).param("import", importId).update();
    }

    private Stored write(Connection connection, long importId, InputStream content) throws SQLException, IOException {
        MessageDigest sha256 = sha256();
        Utf8Check utf8 = new Utf8Check();
        long total = 0;
        long lines = 0;
        byte[] head = new byte[0];
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql("imports/copy-chunks"));
        try {
            copy.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
            byte[] piece = new byte[PIECE];
            int length = content.readNBytes(piece, 0, PIECE);
            for (int seq = 0; length > 0; seq++) {
                if (seq == 0) {
                    head = Arrays.copyOf(piece, length);
                }
                sha256.update(piece, 0, length);
                utf8.add(piece, length);
                total += length;
                lines += countLines(piece, length);
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
        return new Stored(total, lines, HexFormat.of().formatHex(sha256.digest()), utf8.isValid(), head);
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

    private static long countLines(byte[] piece, int length) {
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

    private final class PieceStream extends InputStream {

        private final long importId;
        private byte @Nullable [] piece = new byte[0];
        private int seq;
        private int at;

        PieceStream(long importId) {
            this.importId = importId;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
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
                piece = apart.execute(status -> piece(importId, seq)).orElse(null);
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
}
