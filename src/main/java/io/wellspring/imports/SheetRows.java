package io.wellspring.imports;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet. Cells have addresses, so a row that ends early is no mistake: it is filled up to the width of the list, which is
 * that of the widest among its first rows.
 */
final class SheetRows implements RowSource {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Xml xml;
    private final SharedStrings strings;
    private final CellStyle[] styles;
    private final CellText text;
    private final boolean typedOnly;
    private final Deque<Line> first = new ArrayDeque<>();
    private String[] cells = new String[16];
    private int width = -1;
    private long line;
    private boolean over;

    /** @param typedOnly whether only what was typed as text is wanted */
    SheetRows(Xml xml, SharedStrings strings, CellStyle[] styles, CellText text, boolean typedOnly) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.text = text;
        this.typedOnly = typedOnly;
    }

    @Override
    public Optional<Line> next() {
        if (width < 0) {
            width = 0;
            for (Line row = read(); row != null; row = first.size() <= Sniffer.SAMPLE_ROWS ? read() : null) {
                first.add(row);
                width = Math.max(width, row.cells().size());
            }
        }
        Line row = first.isEmpty() ? read() : first.poll();
        return Optional.ofNullable(row).map(this::filledUp);
    }

    @Override
    public void close() {
        xml.close();
    }

    private Line filledUp(Line row) {
        int length = row.cells().size();
        if (length >= width) {
            return row;
        }
        String[] filled = row.cells().toArray(new String[width]);
        Arrays.fill(filled, length, width, "");
        return new Line(row.number(), Arrays.asList(filled));
    }

    private @Nullable Line read() {
        while (!over && xml.next()) {
            over = xml.ends("sheetData");
            if (xml.starts("row")) {
                line = Math.max(line + 1, number(xml.attribute("r")));
                int length = cells();
                if (length > 0) {
                    String[] row = new String[Math.max(length, width)];
                    System.arraycopy(cells, 0, row, 0, length);
                    Arrays.fill(row, length, row.length, "");
                    return new Line(line, Arrays.asList(row));
                }
            }
        }
        return null;
    }

    /** Reads the cells of a row; how many there are up to the last with something in it. */
    private int cells() {
        int length = 0;
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (!xml.starts("c")) {
                xml.skip();
                continue;
            }
            column = column(xml.attribute("r"), column + 1);
            String cell = cell();
            if (cell.isEmpty()) {
                continue;
            }
            if (column >= MOST_COLUMNS) {
                throw new TooManyColumns(column + 1, MOST_COLUMNS);
            }
            if (column >= cells.length) {
                cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
            }
            while (length < column) {
                cells[length++] = "";
            }
            cells[column] = cell;
            length = Math.max(length, column + 1);
        }
        return length;
    }

    private String cell() {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        String style = xml.attribute("s");
        String value = null;
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                value = xml.richText("is");
            } else {
                formula |= xml.starts("f");
                xml.skip();
            }
        }
        if (value == null) {
            return formula && !typedOnly ? CellText.NOT_CALCULATED : "";
        }
        return switch (type) {
            case "s" -> plain(strings.get((int) number(value)));
            case "str", "inlineStr" -> plain(value);
            default -> typedOnly || value.isBlank() ? "" : untyped(type, value.strip(), style(style));
        };
    }

    private String untyped(String type, String value, CellStyle style) {
        return switch (type) {
            case "b" -> CellText.truth(value);
            case "e" -> value;
            case "d" -> text.spelledDate(value);
            default -> text.number(value, style);
        };
    }

    private CellStyle style(@Nullable String style) {
        int number = (int) number(style);
        return number >= 0 && number < styles.length ? styles[number] : CellStyle.NUMBER;
    }

    /** Signs that XML cannot hold are written as their numbers. */
    private static String plain(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(SheetRows::sign) : text;
    }

    private static String sign(MatchResult escaped) {
        String sign = Character.toString(Integer.parseInt(escaped.group(1), 16));
        return sign.equals("\\") || sign.equals("$") ? "\\" + sign : sign;
    }

    /** The column of an address such as {@code AB12}, from 0; without one it is the next. */
    private static int column(@Nullable String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < address.length() && i < 4; i++) {
            int letter = (address.charAt(i) & ~0x20) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        if (column == 0) {
            throw new DamagedFile();
        }
        return column - 1;
    }

    private static long number(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new DamagedFile();
        }
    }
}
