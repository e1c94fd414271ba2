package io.wellspring.tags.web;

import java.util.List;

/**
 * A field whose stored text is not the typed one.
 *
 * @param label the message code of what the field is called
 */
record Beside(String label, String stored, String typed) {

    static List<Beside> different(Beside... fields) {
        return List.of(fields).stream()
                .filter(field -> !field.stored().equals(field.typed()))
                .toList();
    }
}
