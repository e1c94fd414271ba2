package io.wellspring.imports;

import io.wellspring.users.AttributeType;
import io.wellspring.users.PhoneNumbers;
import io.wellspring.users.UserAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which field each column most likely is: by its header in both languages, and where that says nothing by what stands in it. */
final class ColumnGuess {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DECIMAL = Pattern.compile("[^\\d]{0,4}[\\d.,]*\\d[.,]\\d{1,2}[^\\d]{0,4}");
    /** Of the cells that are not empty, so many in a hundred must look the part. */
    private static final int CLEARLY = 80;

    private final Vocabulary fields;
    private final Vocabulary genders;

    ColumnGuess(Vocabulary fields, Vocabulary genders) {
        this.fields = fields;
        this.genders = genders;
    }

    /**
     * What is known beyond the built-in words.
     *
     * @param learned the field a header was matched to by hand, by the header's {@link Vocabulary#plain} form
     * @param attributes those of users there are
     */
    record Hints(Map<String, ImportField> learned, List<UserAttribute> attributes) {

        static final Hints NONE = new Hints(Map.of(), List.of());
    }

    /**
     * A use for each column; no field twice.
     *
     * @param names the header, or made-up names where there is none
     * @param rows some rows below it
     */
    List<ColumnUse> guess(
            ImportKind kind, List<String> names, List<List<String>> rows, FileFormat format, Hints hints) {
        List<@Nullable ColumnUse> found = new ArrayList<>(Collections.nCopies(names.size(), null));
        Set<ImportField> open = EnumSet.copyOf(ImportField.of(kind));
        claim(
                found,
                open,
                column -> Optional.ofNullable(hints.learned().get(Vocabulary.plain(names.get(column)))).stream()
                        .toList());
        claim(found, open, column -> byHeader(kind, names.get(column)));
        if (kind == ImportKind.USERS) {
            for (int column = 0; column < names.size(); column++) {
                if (found.get(column) == null) {
                    found.set(column, beyondFields(names.get(column), found, hints));
                }
            }
        }
        claim(
                found,
                open,
                column -> byContent(cells(rows, column), kind, format).stream().toList());
        if (kind == ImportKind.ACTIVITY) {
            found.replaceAll(
                    use -> use == null ? new ColumnUse(new ColumnTarget.Detail(), ColumnPolicy.OVERWRITE) : use);
        }
        return found.stream().map(use -> use == null ? ColumnUse.NONE : use).toList();
    }

    /** What the values of a column look like, were it an attribute. */
    static AttributeType type(List<List<String>> rows, int column, FileFormat format) {
        List<String> cells = cells(rows, column);
        if (!cells.isEmpty()
                && cells.stream().allMatch(cell -> AttributeColumns.fits(cell, AttributeType.YES_NO, format))) {
            return AttributeType.YES_NO;
        }
        for (AttributeType type : List.of(AttributeType.NUMBER, AttributeType.DATE)) {
            if (clearly(cells, cell -> AttributeColumns.fits(cell, type, format))) {
                return type;
            }
        }
        long distinct = cells.stream().distinct().count();
        return cells.size() >= 10 && distinct <= 10 && distinct * 4 <= cells.size()
                ? AttributeType.CHOICE
                : AttributeType.TEXT;
    }

    private static void claim(
            List<@Nullable ColumnUse> found, Set<ImportField> open, IntFunction<List<ImportField>> wanted) {
        for (int column = 0; column < found.size(); column++) {
            for (ImportField field : found.get(column) == null ? wanted.apply(column) : List.<ImportField>of()) {
                if (found.get(column) == null && open.remove(field)) {
                    found.set(column, ColumnUse.of(field));
                }
            }
        }
    }

    private @Nullable ColumnUse beyondFields(String name, List<@Nullable ColumnUse> found, Hints hints) {
        boolean tagged = found.stream().anyMatch(use -> use != null && use.target() instanceof ColumnTarget.Tags);
        if (!tagged && fields.meanings(name).contains("TAGS")) {
            return new ColumnUse(new ColumnTarget.Tags(""), ColumnPolicy.APPEND);
        }
        String plain = Vocabulary.plain(name);
        return hints.attributes().stream()
                .filter(attribute -> plain.equals(Vocabulary.plain(attribute.label()))
                        || plain.equals(Vocabulary.plain(attribute.code())))
                .map(attribute -> new ColumnUse(new ColumnTarget.Attribute(attribute.code()), ColumnPolicy.OVERWRITE))
                .filter(use -> !found.contains(use))
                .findFirst()
                .orElse(null);
    }

    private List<ImportField> byHeader(ImportKind kind, String name) {
        Set<String> meanings = fields.meanings(name);
        return ImportField.of(kind).stream()
                .filter(field -> meanings.contains(field.name()))
                .toList();
    }

    private Optional<ImportField> byContent(List<String> cells, ImportKind kind, FileFormat format) {
        if (clearly(cells, cell -> EMAIL.matcher(cell).matches())) {
            return Optional.of(ImportField.EMAIL);
        }
        if (clearly(
                cells,
                cell -> cell.length() >= 8
                        && !cell.contains(".")
                        && PhoneNumbers.normalise(cell, format.phoneRegion()).isPresent())) {
            return Optional.of(ImportField.PHONE);
        }
        if (clearly(cells, cell -> Moment.parse(cell, format.dateOrder()).isPresent())) {
            return Optional.of(
                    switch (kind) {
                        case USERS, DEMO -> ImportField.REGISTERED_AT;
                        case ORDERS -> ImportField.PAID_AT;
                        case ACTIVITY -> ImportField.HAPPENED_AT;
                    });
        }
        if (kind == ImportKind.USERS
                && clearly(cells, cell -> genders.meaning(cell).isPresent())) {
            return Optional.of(ImportField.GENDER);
        }
        if (kind == ImportKind.ORDERS
                && clearly(cells, cell -> DECIMAL.matcher(cell).matches())) {
            return Optional.of(ImportField.AMOUNT);
        }
        return Optional.empty();
    }

    private static boolean clearly(List<String> cells, Predicate<String> looksThePart) {
        return !cells.isEmpty() && cells.stream().filter(looksThePart).count() * 100 >= (long) CLEARLY * cells.size();
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
