package io.wellspring.imports.web;

import io.wellspring.imports.ColumnPolicy;
import io.wellspring.imports.ColumnTarget;
import io.wellspring.imports.ColumnUse;
import io.wellspring.imports.ImportField;
import io.wellspring.imports.Mapping;
import io.wellspring.users.AttributeType;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import io.wellspring.users.UserTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the columns mean, as the form sends it: for each column a target, and beside it what only some targets need. Read as it was sent,
 * since a list parameter would take the one empty choice of a file with one column for no choice at all.
 */
record MappingForm(MultiValueMap<String, String> sent, String usualGroup) {

    static final String TAGS = "TAGS";
    static final String NEW = "NEW";
    static final String DETAIL = "DETAIL";
    static final String ATTRIBUTE = "attribute:";

    /** How many identities there can be to find a user by. */
    static final int KEYS = IdentityKind.values().length;

    Mapping mapping() {
        List<String> targets = sent.getOrDefault("field", List.of());
        return new Mapping(
                IntStream.range(0, targets.size())
                        .mapToObj(column -> use(column, targets.get(column)))
                        .toList(),
                one(IntakeMode.values(), sent.getFirst("mode")).orElse(IntakeMode.CREATE_AND_UPDATE),
                matchBy(),
                Boolean.parseBoolean(sent.getFirst("createUsers")));
    }

    /** What the form calls a target. */
    static String name(ColumnTarget target) {
        return switch (target) {
            case ColumnTarget.Nothing nothing -> "";
            case ColumnTarget.Field field -> field.field().name();
            case ColumnTarget.Tags tags -> TAGS;
            case ColumnTarget.Attribute attribute -> ATTRIBUTE + attribute.code();
            case ColumnTarget.NewAttribute attribute -> NEW;
            case ColumnTarget.Detail detail -> DETAIL;
        };
    }

    private ColumnUse use(int column, String name) {
        return switch (name) {
            case "" -> ColumnUse.NONE;
            case TAGS -> {
                String group = at("group", column)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(usualGroup);
                yield new ColumnUse(new ColumnTarget.Tags(group), policy("tagPolicy", column, ColumnPolicy.APPEND));
            }
            case NEW -> {
                String label = at("label", column).map(String::strip).orElse("");
                AttributeType type = at("type", column)
                        .flatMap(value -> one(AttributeType.values(), value))
                        .orElse(AttributeType.TEXT);
                yield new ColumnUse(
                        new ColumnTarget.NewAttribute("", label, type),
                        policy("policy", column, ColumnPolicy.OVERWRITE));
            }
            case DETAIL -> new ColumnUse(new ColumnTarget.Detail(), ColumnPolicy.OVERWRITE);
            default -> {
                ColumnPolicy policy = policy("policy", column, ColumnPolicy.OVERWRITE);
                yield name.startsWith(ATTRIBUTE)
                        ? new ColumnUse(new ColumnTarget.Attribute(name.substring(ATTRIBUTE.length())), policy)
                        : one(ImportField.values(), name)
                                .map(field -> new ColumnUse(new ColumnTarget.Field(field), policy))
                                .orElse(ColumnUse.NONE);
            }
        };
    }

    private ColumnPolicy policy(String parameter, int column, ColumnPolicy usual) {
        return at(parameter, column)
                .flatMap(value -> one(ColumnPolicy.values(), value))
                .orElse(usual);
    }

    private List<IdentityKind> matchBy() {
        if (!sent.containsKey("match")) {
            return UserTerms.USUAL_MATCH;
        }
        List<IdentityKind> keys = new ArrayList<>();
        sent.getOrDefault("match", List.of())
                .forEach(value -> one(IdentityKind.values(), value).ifPresent(keys::add));
        return keys;
    }

    private Optional<String> at(String parameter, int column) {
        List<String> values = sent.getOrDefault(parameter, List.of());
        return column < values.size() ? Optional.ofNullable(values.get(column)) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
