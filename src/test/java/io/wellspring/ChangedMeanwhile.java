package io.wellspring;

import java.util.regex.Pattern;

/** What a page says of a form that somebody else has saved meanwhile. */
public final class ChangedMeanwhile {

    private ChangedMeanwhile() {}

    /** A row of what is stored now beside what was typed; a dash stands for nothing. */
    public static Pattern row(String field, String stored, String typed) {
        return Pattern.compile("<th scope=\"row\">%s</th>\\s*<td[^>]*>%s</td>\\s*<td[^>]*>%s</td>"
                .formatted(Pattern.quote(field), Pattern.quote(stored), Pattern.quote(typed)));
    }

    /** That a field is the same on both sides. */
    public static String heading(String field) {
        return "<th scope=\"row\">" + field + "</th>";
    }
}
