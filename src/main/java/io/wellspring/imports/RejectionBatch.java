package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.CopyWriter;
import io.wellspring.shared.IntakeRejection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** The refused lines of an import. */
@Component
@RequiredArgsConstructor
class RejectionBatch {

    static final int PAGE = 10_000;

    private static final String COPY = "imports/copy-rejections";

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final DataSource dataSource;

    /** Lines refused while they are read, on a connection of their own: the reader's is busy with the rows it takes. */
    final class WhileReading implements AutoCloseable {

        private final long importId;
        private final Connection connection;
        private final CopyWriter writer;

        private WhileReading(long importId, Connection connection) throws SQLException {
            this.importId = importId;
            this.connection = connection;
            connection.setAutoCommit(false);
            this.writer = new CopyWriter(connection, sql(COPY));
        }

        void add(long lineNo, LineRejected why, @Nullable String column) {
            writer.row(importId, lineNo, "PARSE", why.reason(), column, why.fact(), null, null);
        }

        long finish() {
            long lines = writer.finish();
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("Refused lines cannot be written", e);
            }
            return lines;
        }

        @Override
        public void close() {
            try (connection) {
                writer.close();
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException("Refused lines cannot be written", e);
            }
        }
    }

    WhileReading whileReading(long importId) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            return new WhileReading(importId, connection);
        } catch (SQLException e) {
            JdbcUtils.closeConnection(connection);
            throw new IllegalStateException("Refused lines cannot be written", e);
        }
    }

    /** Forgets what was refused of an import so far. */
    void clear(long importId) {
        jdbc.sql(sql("imports/delete-rejections")).param("import", importId).update();
    }

    /** Takes over what the registry or the facts refused, in the caller's transaction. */
    void takeOver(long importId, LongFunction<List<IntakeRejection>> pageAfterLine) {
        jdbc.sql(sql("imports/delete-merge-rejections"))
                .param("import", importId)
                .update();
        List<IntakeRejection> page = pageAfterLine.apply(0);
        while (!page.isEmpty()) {
            write(importId, page);
            page = pageAfterLine.apply(page.getLast().lineNo());
        }
    }

    private void write(long importId, List<IntakeRejection> page) {
        copy.into(
                sql(COPY),
                writer -> page.forEach(line -> writer.row(
                        importId,
                        line.lineNo(),
                        "MERGE",
                        line.reason(),
                        null,
                        line.fact(),
                        line.userId(),
                        line.otherUserId())));
    }
}
