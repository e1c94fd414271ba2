package io.wellspring.imports;

import java.util.List;

/**
 * How the start of a file reads.
 *
 * @param rowsChecked how many rows were looked at
 * @param refused how many of these would be refused
 */
public record ImportPreview(List<ColumnPreview> columns, int rowsChecked, long refused) {

    public long recognised() {
        return columns.stream().filter(column -> column.use().isRead()).count();
    }
}
