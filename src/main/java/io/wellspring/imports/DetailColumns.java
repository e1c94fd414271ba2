package io.wellspring.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a file that are kept beside an activity, each under its own header. */
final class DetailColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> names;
    private final List<Integer> places;

    DetailColumns(List<String> names, Mapping mapping) {
        this.names = names;
        this.places = IntStream.range(0, mapping.uses().size())
                .filter(place -> mapping.uses().get(place).isRead()
                        && mapping.uses().get(place).target() instanceof ColumnTarget.Detail)
                .boxed()
                .toList();
    }

    /** What a row says in them, or null for nothing. */
    @Nullable
    String json(IntFunction<@Nullable String> cells) {
        Map<String, String> values = new TreeMap<>();
        for (int place : places) {
            String text = cells.apply(place);
            if (text != null) {
                values.put(names.get(place), text);
            }
        }
        return values.isEmpty() ? null : JSON.writeValueAsString(values);
    }
}
