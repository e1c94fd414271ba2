package io.wellspring.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Many rows into one table at once, on the connection of the caller's transaction, which is busy with nothing else meanwhile. */
@Component
@RequiredArgsConstructor
public class BulkCopy {

    private final DataSource dataSource;

    /**
     * Copies what {@code rows} writes, all or nothing.
     *
     * @param statement a {@code copy … from stdin}, as {@link SqlFiles#sql} gives it
     * @return how many rows were written
     */
    public long into(String statement, Consumer<CopyWriter> rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (CopyWriter writer = new CopyWriter(connection, statement)) {
            rows.accept(writer);
            return writer.finish();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not take these rows", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
