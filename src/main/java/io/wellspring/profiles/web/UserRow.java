package io.wellspring.profiles.web;

import io.wellspring.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One user of the list.
 *
 * @param title the best name there is, masked
 * @param tick what its box to tick is called
 * @param note what else the user is known by, masked
 */
record UserRow(
        UserId id, String title, String tick, @Nullable String note, boolean demo, List<Cell> cells) {

    UserRow {
        cells = List.copyOf(cells);
    }

    /**
     * What the list says of a user in one column.
     *
     * @param label the column's name
     * @param dot the colour beside it
     * @param note what stands small below it
     * @param look the classes it is written with
     */
    record Cell(
            String label,
            String text,
            @Nullable String dot,
            @Nullable String note,
            String look) {}
}
