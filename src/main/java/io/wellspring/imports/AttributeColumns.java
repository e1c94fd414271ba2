package io.wellspring.imports;

import io.wellspring.users.AttributeType;
import io.wellspring.users.UserAttribute;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a file that are attributes of users, and what a row says in them as JSON. */
final class AttributeColumns {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final List<Column> columns = new ArrayList<>();

    private record Column(int place, String code, boolean fill, AttributeText text) {}

    /** @param attributes those there are; a column of one that is not among them is not read */
    AttributeColumns(Mapping mapping, List<UserAttribute> attributes, FileFormat format, ZoneId zone) {
        Map<String, UserAttribute> known =
                attributes.stream().collect(Collectors.toMap(UserAttribute::code, attribute -> attribute));
        for (int place = 0; place < mapping.uses().size(); place++) {
            ColumnUse use = mapping.uses().get(place);
            boolean fill = use.policy() == ColumnPolicy.FILL;
            if (use.isRead() && use.target() instanceof ColumnTarget.NewAttribute created) {
                UserAttribute there = known.get(created.code());
                Set<String> choices = there == null ? Set.of() : Set.copyOf(there.choices());
                AttributeText text = new AttributeText(created.type(), choices, format, zone);
                columns.add(new Column(place, created.code(), fill, text));
            }
            if (use.isRead() && use.target() instanceof ColumnTarget.Attribute named) {
                UserAttribute there = known.get(named.code());
                if (there != null) {
                    Set<String> choices = Set.copyOf(there.choices());
                    AttributeText text = new AttributeText(there.type(), choices, format, zone);
                    columns.add(new Column(place, there.code(), fill, text));
                }
            }
        }
    }

    /** The attributes a row gives that overwrite, or those that only fill; null where there are none. */
    @Nullable
    String json(IntFunction<@Nullable String> cells, boolean fill) {
        if (columns.isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            String text = column.fill() == fill ? cells.apply(column.place()) : null;
            if (text != null) {
                values.put(column.code(), column.text().value(text, column.place()));
            }
        }
        return values.isEmpty() ? null : JSON.writeValueAsString(values);
    }

    /** What a cell would be if its column were an attribute of this type. */
    static boolean fits(String text, AttributeType type, FileFormat format) {
        return switch (type) {
            case TEXT, CHOICE -> true;
            case NUMBER ->
                Numbers.parse(text, format.decimalSign())
                        .map(BigDecimal::toPlainString)
                        .isPresent();
            case DATE -> Moment.parse(text, format.dateOrder()).isPresent();
            case YES_NO -> AttributeText.yesNo(text).isPresent();
        };
    }
}
