package io.wellspring.imports;

import io.wellspring.tags.TagRow;
import io.wellspring.users.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a file that are tags, several in one cell. */
final class TagColumns {

    /** What stands between the tags of one cell: the first of these that it holds. */
    private static final List<Pattern> SEPARATORS = Stream.of("[|｜]", "[;；]", "[,，]", "[、]", "[\\n]")
            .map(Pattern::compile)
            .toList();

    private static final int MOST = 50;

    private final List<Column> columns = new ArrayList<>();

    private record Column(int place, String group, int most) {}

    /** @param singleChoices the groups, in lower case, of which a row can give one tag at most */
    TagColumns(List<String> names, Mapping mapping, Set<String> singleChoices) {
        for (int place = 0; place < mapping.uses().size(); place++) {
            ColumnUse use = mapping.uses().get(place);
            if (use.isRead() && use.target() instanceof ColumnTarget.Tags tags) {
                String group = group(tags, names.get(place));
                boolean single = singleChoices.contains(group.toLowerCase(Locale.ROOT));
                columns.add(new Column(place, group, single ? 1 : MOST));
            }
        }
    }

    /** The group that a column fills: what it is said to be, or the column's own name. */
    static String group(ColumnTarget.Tags tags, String columnName) {
        String group = tags.group().isBlank() ? columnName : tags.group();
        return group.length() <= MappingRules.LONGEST_GROUP ? group : group.substring(0, MappingRules.LONGEST_GROUP);
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /**
     * The tags that a row gives to its user.
     *
     * @throws LineRejected if there are too many, or one is too long
     */
    List<TagRow> rows(UserRow user, IntFunction<@Nullable String> cells) {
        List<TagRow> rows = new ArrayList<>();
        for (Column column : columns) {
            String text = cells.apply(column.place());
            List<String> names = text == null ? List.of() : names(text, column);
            if (!names.isEmpty()) {
                rows.add(new TagRow(
                        user.lineNo(), user.externalId(), user.phone(), user.email(), column.group(), names));
            }
        }
        return rows;
    }

    private static List<String> names(String text, Column column) {
        List<String> names = split(text);
        if (names.size() > column.most()) {
            throw new LineRejected("TOO_MANY_TAGS", column.place(), Integer.toString(column.most()));
        }
        if (names.stream().anyMatch(name -> name.length() > TagRow.LONGEST_NAME)) {
            throw new LineRejected("TAG_TOO_LONG", column.place(), Integer.toString(TagRow.LONGEST_NAME));
        }
        return names;
    }

    static List<String> split(String text) {
        String bare = text.replace('\u001f', ' ');
        Stream<String> parts = SEPARATORS.stream()
                .filter(separator -> separator.matcher(bare).find())
                .findFirst()
                .map(separator -> Stream.of(separator.split(bare)))
                .orElse(Stream.of(bare));
        return parts.map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
