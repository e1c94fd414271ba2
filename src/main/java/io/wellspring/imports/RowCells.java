package io.wellspring.imports;

import io.wellspring.shared.SpreadsheetCell;
import io.wellspring.users.PhoneNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of one record, field by field, of whatever the record speaks. */
final class RowCells {

    /** How Excel writes a long number it has already cut off. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
    private static final int LONGEST_TEXT = 200;

    private final FileFormat format;
    private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
    private final List<Integer> read;
    private final int width;
    private final DayOffsets calendar;
    private final Instant latest;

    /** How a record names its user; at least one of them is there. */
    record Identities(
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email) {}

    /** @param latest a dated fact after this instant is a mistake */
    RowCells(FileFormat format, Mapping mapping, ZoneId zone, Instant latest) {
        this.format = format;
        this.width = mapping.uses().size();
        for (int column = 0; column < width; column++) {
            int at = column;
            mapping.uses().get(column).field().ifPresent(field -> columns.put(field, at));
        }
        this.read = IntStream.range(0, width)
                .filter(column -> mapping.uses().get(column).isRead())
                .boxed()
                .toList();
        this.calendar = new DayOffsets(zone);
        this.latest = latest;
    }

    FileFormat format() {
        return format;
    }

    void checkShape(Line row) {
        if (row.cells().size() != width) {
            throw new LineRejected("RAGGED", null, row.cells().size() + "/" + width);
        }
        for (int column : read) {
            if (row.cells().get(column).indexOf(CsvFile.UNREADABLE) >= 0
                    || row.cells().get(column).indexOf('\0') >= 0) {
                throw new LineRejected("UNREADABLE", null, format.charset());
            }
        }
    }

    /** @param without why a record that names nobody is refused */
    Identities identities(Line row, String without) {
        Identities who = new Identities(identifier(row, ImportField.EXTERNAL_ID), phone(row), email(row));
        if (who.externalId() == null && who.phone() == null && who.email() == null) {
            throw new LineRejected(without, null, null);
        }
        return who;
    }

    /** A number that is a name: taken to the letter, its leading zeros included. */
    @Nullable
    String identifier(Line row, ImportField field) {
        String value = text(row, field);
        if (value != null
                && (value.indexOf('E') > 0 || value.indexOf('e') > 0)
                && SCIENTIFIC.matcher(value).matches()) {
            throw rejected("SCIENTIFIC", field, null);
        }
        return value;
    }

    @Nullable
    Instant instant(Line row, ImportField field) {
        Moment moment = moment(row, field);
        return moment == null ? null : calendar.instantOf(moment);
    }

    @Nullable
    Moment moment(Line row, ImportField field) {
        String value = text(row, field);
        if (value == null) {
            return null;
        }
        Moment moment = Moment.parse(value, format.dateOrder())
                .orElseThrow(
                        () -> rejected("DATE_INVALID", field, field == ImportField.BIRTHDAY ? null : shortened(value)));
        if (calendar.instantOf(moment).isAfter(latest)) {
            throw rejected("DATE_IN_FUTURE", field, field == ImportField.BIRTHDAY ? null : shortened(value));
        }
        return moment;
    }

    /** The cell of a field without the white space around it, or null where there is none. */
    @Nullable
    String text(Line row, ImportField field) {
        Integer column = columns.get(field);
        return column == null ? null : cell(row, column);
    }

    @Nullable
    String cell(Line row, int column) {
        return cell(row, column, LONGEST_TEXT);
    }

    static @Nullable String cell(Line row, int column, int longest) {
        String value = SpreadsheetCell.plain(row.cells().get(column)).strip();
        if (CellText.isError(value)) {
            throw new LineRejected("CELL_ERROR", column, value);
        }
        if (value.length() > longest) {
            throw new LineRejected("TOO_LONG", column, Integer.toString(longest));
        }
        return value.isEmpty() ? null : value;
    }

    /**
     * What has to be there.
     *
     * @param reason why the line is rejected if it is missing
     */
    <T> T present(@Nullable T value, String reason, ImportField field) {
        if (value == null) {
            throw rejected(reason, field, null);
        }
        return value;
    }

    LineRejected rejected(String reason, ImportField field, @Nullable String fact) {
        return new LineRejected(reason, columns.get(field), fact);
    }

    static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private @Nullable String phone(Line row) {
        String value = identifier(row, ImportField.PHONE);
        return value == null
                ? null
                : PhoneNumbers.normalise(value, format.phoneRegion())
                        .orElseThrow(() -> rejected("PHONE_INVALID", ImportField.PHONE, format.phoneRegion()));
    }

    private @Nullable String email(Line row) {
        String value = text(row, ImportField.EMAIL);
        if (value != null && !EMAIL.matcher(value).matches()) {
            throw rejected("EMAIL_INVALID", ImportField.EMAIL, null);
        }
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }
}
