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
        UserId id, String title, String tick, @Nullable String note, boolean demo, List<UserCell> cells) {

    UserRow {
        cells = List.copyOf(cells);
    }
}
