package io.wellspring.imports;

import io.wellspring.users.PhoneNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * A field or nothing for each column; no field twice.
     *
     * @param names the header, or made-up names where there is none
     * @param rows some rows below it
     */
    List<Optional<ImportField>> guess(ImportKind kind, List<String> names, List<List<String>> rows, FileFormat format) {
        List<@Nullable ImportField> found = new ArrayList<>(Collections.nCopies(names.size(), null));
        Set<ImportField> open = EnumSet.copyOf(ImportField.of(kind));
        for (int column = 0; column < names.size(); column++) {
            for (ImportField field : byHeader(kind, names.get(column))) {
                if (found.get(column) == null && open.remove(field)) {
                    found.set(column, field);
                }
            }
        }
        for (int column = 0; column < names.size(); column++) {
            if (found.get(column) == null) {
                Optional<ImportField> field = byContent(cells(rows, column), kind, format);
                if (field.isPresent() && open.remove(field.get())) {
                    found.set(column, field.get());
                }
            }
        }
        return found.stream().map(Optional::ofNullable).toList();
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
            return Optional.of(kind == ImportKind.USERS ? ImportField.REGISTERED_AT : ImportField.PAID_AT);
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
