package io.wellspring.profiles.web;

import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Markup;
import io.wellspring.shared.web.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One user of the list.
 *
 * @param title the best name there is, masked
 * @param tick what its box to tick is called
 * @param note what else the user is known by, masked
 * @param badge the word for users who are fictional
 */
record UserRow(
        UserId id,
        String title,
        String tick,
        @Nullable String note,
        @Nullable String badge,
        List<UserCell> cells) implements Written {

    UserRow {
        cells = List.copyOf(cells);
    }

    @Override
    public void write(Markup markup) {
        markup.html(
                        "<tr><td><input class=\"form-check-input\" type=\"checkbox\" name=\"user\" form=\"ticked\" value=\"")
                .number(id.value())
                .html("\" aria-label=\"")
                .text(tick)
                .html("\"></td><td class=\"ws-who\"><a href=\"/users/")
                .number(id.value())
                .html("\"><b>")
                .text(title)
                .html("</b></a>");
        if (badge != null) {
            markup.html(" <span class=\"chip\">").text(badge).html("</span>");
        }
        if (note != null) {
            markup.html("<div class=\"muted small\">").text(note).html("</div>");
        }
        markup.html("</td>");
        cells.forEach(cell -> cell.write(markup));
        markup.html("</tr>");
    }
}
