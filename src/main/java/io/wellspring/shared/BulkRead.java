package io.wellspring.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Many rows out of the database at once, on the connection of the caller's transaction, which is busy with nothing else meanwhile. A result
 * set brings numbers as text and makes an object of every row; this brings their bytes.
 */
@Component
@RequiredArgsConstructor
public class BulkRead {

    private final DataSource dataSource;
    private final DSLContext jooq;

    /**
     * Hands over the rows of a query one by one.
     *
     * @param query its values are written into the statement, as {@code copy} takes no parameters
     * @param taker keeps nothing of a row, which is the next one when the next one is handed over
     */
    public void rows(Select<?> query, Consumer<CopyRow> taker) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        String statement = "copy (" + jooq.renderInlined(query) + ") to stdout with (format binary)";
        try (PGCopyInputStream bytes = new PGCopyInputStream(connection.unwrap(PGConnection.class), statement)) {
            CopyRow row = new CopyRow(bytes);
            try {
                while (row.next()) {
                    taker.accept(row);
                }
            } finally {
                // To the very end, also where the taker failed: what is left unread would be taken for the answer to
                // the next statement.
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        } catch (SQLException | IOException e) {
            throw new DataRetrievalFailureException("PostgreSQL does not give these rows", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
