package io.wellspring.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns a file must have before its rows mean anything. */
final class MappingRules {

    private MappingRules() {}

    static void check(ImportKind kind, List<String> names, List<Optional<ImportField>> fields) {
        if (fields.size() != names.size()) {
            throw new ColumnsChanged();
        }
        Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
        for (int column = 0; column < fields.size(); column++) {
            Optional<ImportField> field = fields.get(column);
            if (field.isPresent()) {
                Integer other = columns.putIfAbsent(field.get(), column);
                if (other != null) {
                    throw new FieldMappedTwice(names.get(other), names.get(column));
                }
            }
        }
        for (ImportField field : ImportField.requiredBy(kind)) {
            if (!columns.containsKey(field)) {
                throw new FieldMissing(field);
            }
        }
        if (ImportField.IDENTITIES.stream().noneMatch(columns::containsKey)) {
            throw new IdentityMissing();
        }
    }
}
