package io.wellspring.shared.web;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart as the page carries it: {@code charts.js} draws it, a table behind it says the same.
 *
 * @param kind what {@code charts.js} calls it: {@code treemap}, {@code bars}, {@code lines} or {@code sankey}
 * @param json its data
 */
public record Chart(String kind, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Chart of(String kind, Map<String, ?> data) {
        return new Chart(kind, JSON.writeValueAsString(data));
    }
}
