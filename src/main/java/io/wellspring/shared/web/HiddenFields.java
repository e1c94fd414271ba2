package io.wellspring.shared.web;

import java.util.Map;

/** What a form sends along without showing it, by the names of its fields. */
public record HiddenFields(Map<String, String> values) implements Written {

    @Override
    public void write(Markup markup) {
        values.forEach((name, value) -> markup.html("<input type=\"hidden\" name=\"")
                .text(name)
                .html("\" value=\"")
                .text(value)
                .html("\"/>"));
    }
}
