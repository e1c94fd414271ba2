package io.wellspring.imports;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of the columns, as the database keeps it. */
final class ColumnUses {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ColumnUse>> USES = new TypeReference<>() {};

    private ColumnUses() {}

    static String write(List<ColumnUse> uses) {
        return JSON.writerFor(USES).writeValueAsString(uses);
    }

    static List<ColumnUse> read(String json) {
        return List.copyOf(JSON.readValue(json, USES));
    }
}
