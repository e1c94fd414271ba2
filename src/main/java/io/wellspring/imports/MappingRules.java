package io.wellspring.imports;

import io.wellspring.users.IdentityKind;
import io.wellspring.users.UserAttribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which columns a file must have before its rows mean anything, and what can become of a column. */
final class MappingRules {

    static final int LONGEST_GROUP = 60;

    private final ImportKind kind;
    private final List<String> names;
    private final Mapping mapping;
    private final Map<String, UserAttribute> attributes;

    /** @param attributes those that are offered now */
    MappingRules(ImportKind kind, List<String> names, Mapping mapping, List<UserAttribute> attributes) {
        this.kind = kind;
        this.names = names;
        this.mapping = mapping;
        this.attributes = attributes.stream().collect(Collectors.toMap(UserAttribute::code, attribute -> attribute));
    }

    /**
     * @throws ColumnsChanged if there are not as many uses as columns
     * @throws MappingRefused if they make no sense
     */
    void check() {
        if (mapping.uses().size() != names.size()) {
            throw new ColumnsChanged();
        }
        Map<Object, Integer> claimed = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            ColumnUse use = mapping.uses().get(column);
            if (use.isRead()) {
                checkUse(column, use);
                checkClaim(column, use.target(), claimed);
            }
        }
        checkLabels();
        checkFields();
        checkMatch();
    }

    private void checkUse(int column, ColumnUse use) {
        boolean users = kind == ImportKind.USERS;
        boolean fits =
                switch (use.target()) {
                    case ColumnTarget.Nothing nothing -> true;
                    case ColumnTarget.Field read ->
                        ImportField.of(kind).contains(read.field())
                                && (use.policy() == ColumnPolicy.OVERWRITE
                                        || (users && use.policy() == ColumnPolicy.FILL));
                    case ColumnTarget.Tags tags -> users && use.policy() != ColumnPolicy.FILL;
                    case ColumnTarget.Attribute attribute -> users && use.policy() != ColumnPolicy.APPEND;
                    case ColumnTarget.NewAttribute attribute -> users && use.policy() != ColumnPolicy.APPEND;
                    case ColumnTarget.Detail detail ->
                        kind == ImportKind.ACTIVITY && use.policy() == ColumnPolicy.OVERWRITE;
                };
        if (!fits) {
            throw new UseUnfit(column, names.get(column));
        }
        if (use.target() instanceof ColumnTarget.Attribute there && !attributes.containsKey(there.code())) {
            throw new AttributeGone(column, names.get(column));
        }
        if (use.target() instanceof ColumnTarget.Tags tags && tags.group().length() > LONGEST_GROUP) {
            throw new TagGroupTooLong(column, LONGEST_GROUP);
        }
    }

    private void checkClaim(int column, ColumnTarget target, Map<Object, Integer> claimed) {
        Object claim =
                switch (target) {
                    case ColumnTarget.Tags tags -> "tags " + tags.group().toLowerCase(Locale.ROOT);
                    case ColumnTarget.Detail detail -> "detail " + names.get(column);
                    case ColumnTarget.NewAttribute created ->
                        "new " + created.label().toLowerCase(Locale.ROOT);
                    default -> target;
                };
        Integer other = claimed.putIfAbsent(claim, column);
        if (other != null) {
            if (target instanceof ColumnTarget.Field) {
                throw new FieldMappedTwice(column, names.get(other), names.get(column));
            }
            throw new MappedTwice(column, names.get(other), names.get(column));
        }
    }

    private void checkLabels() {
        Set<String> taken = attributes.values().stream()
                .map(attribute -> attribute.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (int column = 0; column < names.size(); column++) {
            if (mapping.uses().get(column).isRead()
                    && mapping.uses().get(column).target() instanceof ColumnTarget.NewAttribute attribute) {
                if (attribute.label().isBlank() || attribute.label().length() > UserAttribute.LONGEST_LABEL) {
                    throw new AttributeNameMissing(column, UserAttribute.LONGEST_LABEL);
                }
                if (taken.contains(attribute.label().toLowerCase(Locale.ROOT))) {
                    throw new AttributeNameTaken(column, attribute.label());
                }
            }
        }
    }

    private void checkFields() {
        Set<ImportField> fields = fields();
        for (ImportField field : ImportField.requiredBy(kind)) {
            if (!fields.contains(field)) {
                throw new FieldMissing(field);
            }
        }
        if (ImportField.IDENTITIES.stream().noneMatch(fields::contains)) {
            throw new IdentityMissing();
        }
    }

    private void checkMatch() {
        List<IdentityKind> keys = mapping.matchBy();
        Set<ImportField> fields = fields();
        if (keys.isEmpty()
                || new HashSet<>(keys).size() < keys.size()
                || keys.stream().noneMatch(key -> fields.contains(ImportField.valueOf(key.name())))) {
            throw new MatchKeysUnclear();
        }
    }

    private Set<ImportField> fields() {
        return IntStream.range(0, names.size())
                .mapToObj(column -> mapping.uses().get(column).field())
                .flatMap(field -> field.stream())
                .collect(Collectors.toSet());
    }
}
