package io.wellspring.shared.web;

/**
 * A part of a page that writes itself, where a template has {@code ws:write="${…}"}. For what stands on a page so often, or on so many pages,
 * that its template would cost more than what it shows.
 */
@FunctionalInterface
public interface Written {

    void write(Markup markup);
}
