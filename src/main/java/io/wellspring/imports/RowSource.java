package io.wellspring.imports;

import java.util.Optional;

/** The rows of a list, one after the other, in constant memory; rows with nothing in them are passed over. */
interface RowSource extends AutoCloseable {

    /** More columns than any list of users or orders has. */
    int MOST_COLUMNS = 500;

    int LONGEST_CELL = 1 << 20;

    /**
     * The next row, or nothing at the end.
     *
     * @throws TooManyColumns if it has more cells than any list of users or orders has columns
     * @throws UnreadableFile if no row can be made out: an endless quote, a cell of megabytes
     * @throws DamagedFile if what it is wrapped in breaks off or contradicts itself
     */
    Optional<Line> next();

    @Override
    void close();
}
