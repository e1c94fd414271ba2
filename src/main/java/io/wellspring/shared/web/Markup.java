package io.wellspring.shared.web;

import org.unbescape.html.HtmlEscape;

/** HTML written piece by piece. */
public final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** Writes what stands in the source as it is: a literal, as a test sees to, and nothing that comes from anywhere else. */
    public Markup html(String literal) {
        html.append(literal);
        return this;
    }

    /** Writes words of users, of staff or of a language: escaped, within an element or an attribute in double quotes. */
    public Markup text(String words) {
        html.append(HtmlEscape.escapeHtml4Xml(words));
        return this;
    }

    public Markup number(long number) {
        html.append(number);
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
