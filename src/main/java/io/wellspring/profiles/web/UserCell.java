package io.wellspring.profiles.web;

import io.wellspring.shared.web.Markup;
import org.jspecify.annotations.Nullable;

/**
 * What the list says of a user in one column.
 *
 * @param label the column's name
 * @param dot the colour beside it
 * @param note what stands small below it
 * @param look the classes it is written with
 */
record UserCell(
        String label,
        String text,
        @Nullable String dot,
        @Nullable String note,
        String look) {

    void write(Markup markup) {
        markup.html("<td class=\"")
                .text(look)
                .html("\" data-label=\"")
                .text(label)
                .html("\"><div>");
        if (dot != null) {
            markup.html("<span class=\"dot me-1 ").text(dot).html("\"></span>");
        }
        markup.text(text);
        if (note != null) {
            markup.html("<div class=\"muted small\">").text(note).html("</div>");
        }
        markup.html("</div></td>");
    }
}
