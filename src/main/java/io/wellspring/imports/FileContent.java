package io.wellspring.imports;

import java.util.List;

/** An uploaded file without what it is wrapped in. It is open: what reads from it must be closed before it is. */
sealed interface FileContent extends AutoCloseable permits TextContent, WorkbookContent {

    /**
     * What one look through all of it shows.
     *
     * @param lines how many lines there are, or the number of a sheet's last row
     * @param utf8 whether all of it is valid UTF-8; of no meaning for a workbook
     */
    record Survey(long lines, boolean utf8) {}

    Container container();

    /** The names of a workbook's sheets in their order; none of a text. */
    List<String> sheets();

    /**
     * Looks through all of it, or through the one sheet of that name.
     *
     * @throws DamagedFile if it breaks off or contradicts itself
     * @throws ExpandsTooFar if it would not stop growing
     */
    Survey survey(String sheet);

    /** All of its rows, its header included. */
    RowSource rows(FileFormat format);

    /** The first rows, its header included. */
    List<List<String>> sample(FileFormat format);

    @Override
    void close();
}
