package io.wellspring.profiles.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What the list says of a user in one column; written by {@link UserCellsDialect}.
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

    void write(StringBuilder markup) {
        markup.append("<td class=\"")
                .append(escaped(look))
                .append("\" data-label=\"")
                .append(escaped(label))
                .append("\"><div>");
        if (dot != null) {
            markup.append("<span class=\"dot me-1 ").append(escaped(dot)).append("\"></span>");
        }
        markup.append(escaped(text));
        if (note != null) {
            markup.append("<div class=\"muted small\">").append(escaped(note)).append("</div>");
        }
        markup.append("</div></td>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
