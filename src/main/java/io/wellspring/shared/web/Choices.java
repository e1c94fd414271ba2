package io.wellspring.shared.web;

import java.util.List;

/** What a {@code select} offers, one of which is chosen. */
public record Choices(List<Choice> all, String chosen) implements Written {

    public Choices {
        all = List.copyOf(all);
    }

    /** What is sent, and what is read. */
    public record Choice(String value, String text) {}

    @Override
    public void write(Markup markup) {
        all.forEach(one -> {
            markup.html("<option value=\"").text(one.value()).html("\"");
            if (one.value().equals(chosen)) {
                markup.html(" selected=\"selected\"");
            }
            markup.html(">").text(one.text()).html("</option>");
        });
    }
}
