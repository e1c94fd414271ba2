package io.wellspring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (Office Open XML): its sheets, and the rows of one of them in constant memory. */
final class Workbook implements AutoCloseable {

    private record Part(String type, String path) {}

    private record Sheet(String name, boolean hidden, String path) {}

    private final Archive archive;
    private final List<Sheet> sheets;
    private final CellStyle[] styles;
    private final boolean from1904;
    private final Optional<String> stringsPath;
    private @Nullable SharedStrings strings;

    private Workbook(
            Archive archive, List<Sheet> sheets, CellStyle[] styles, boolean from1904, Optional<String> stringsPath) {
        this.archive = archive;
        this.sheets = sheets;
        this.styles = styles;
        this.from1904 = from1904;
        this.stringsPath = stringsPath;
    }

    /**
     * @throws NotACsv if the document is no workbook of this kind
     * @throws DamagedFile if parts of it are missing
     */
    static Workbook open(Archive archive) {
        String path = parts(archive, "").values().stream()
                .filter(part -> part.type().equals("officeDocument"))
                .map(Part::path)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (!path.endsWith(".xml") || archive.find(path).isEmpty()) {
            throw new NotACsv(path.endsWith("workbook.bin") ? "XLS" : "DOCUMENT");
        }
        Map<String, Part> parts = parts(archive, path);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        boolean isWorkbook = false;
        try (Xml xml = part(archive, path)) {
            while (xml.next()) {
                isWorkbook |= xml.starts("workbook");
                if (xml.starts("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    String state = Objects.requireNonNullElse(xml.attribute("state"), "visible");
                    String name = Objects.requireNonNullElse(xml.attribute("name"), "");
                    Part sheet = parts.get(Objects.requireNonNullElse(xml.foreignAttribute("id"), ""));
                    if (sheet != null && sheet.type().equals("worksheet")) {
                        sheets.add(new Sheet(name, !state.equals("visible"), sheet.path()));
                    }
                }
            }
        }
        if (!isWorkbook) {
            throw new NotACsv("DOCUMENT");
        }
        return new Workbook(archive, sheets, styles(archive, parts), from1904, path(parts, "sharedStrings"));
    }

    /** The names of its sheets of cells, in their order. */
    List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** The names of its sheets, hidden ones last. */
    List<String> sheetsAsShown() {
        return sheets.stream()
                .sorted(Comparator.comparing(Sheet::hidden))
                .map(Sheet::name)
                .toList();
    }

    /** The rows of a sheet, as a careful person would type them in that format. */
    RowSource rows(String sheet, FileFormat format) {
        CellText text = new CellText(format.dateOrder(), format.decimalSign(), from1904);
        return new SheetRows(sheetPart(sheet), strings(), styles, text, false);
    }

    /** The rows of a sheet as far as they were typed as text; everything else is empty. */
    RowSource typedRows(String sheet) {
        CellText text = new CellText(DateOrder.YEAR_FIRST, DecimalSign.POINT, from1904);
        return new SheetRows(sheetPart(sheet), strings(), styles, text, true);
    }

    /** The number of a sheet's last row, found without reading its cells; the whole sheet is looked through. */
    long lastRow(String sheet) {
        try (InputStream bytes = open(archive, path(sheet))) {
            return new LastRow().of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (strings != null) {
            strings.close();
        }
    }

    private Xml sheetPart(String sheet) {
        return part(archive, path(sheet));
    }

    private String path(String sheet) {
        return sheets.stream()
                .filter(each -> each.name().equals(sheet))
                .map(Sheet::path)
                .findFirst()
                .orElseThrow(DamagedFile::new);
    }

    /** Opened once for all that is read from this workbook: what one reader has gone through, the next need not. */
    private SharedStrings strings() {
        if (strings == null) {
            strings = new SharedStrings(
                    stringsPath.map(path -> part(archive, path)).orElse(null));
        }
        return strings;
    }

    private static CellStyle[] styles(Archive archive, Map<String, Part> parts) {
        Optional<String> path =
                path(parts, "styles").filter(it -> archive.find(it).isPresent());
        if (path.isEmpty()) {
            return new CellStyle[0];
        }
        Map<Integer, String> codes = new HashMap<>();
        List<CellStyle> styles = new ArrayList<>();
        try (Xml xml = part(archive, path.get())) {
            boolean cells = false;
            while (xml.next()) {
                cells = xml.starts("cellXfs") || (cells && !xml.ends("cellXfs"));
                if (xml.starts("numFmt")) {
                    codes.put(
                            number(xml.attribute("numFmtId")),
                            Objects.requireNonNullElse(xml.attribute("formatCode"), ""));
                } else if (cells && xml.starts("xf")) {
                    int id = number(xml.attribute("numFmtId"));
                    styles.add(CellStyle.of(id, codes.get(id)));
                }
            }
        }
        return styles.toArray(CellStyle[]::new);
    }

    /** What a part refers to, by the names it uses. */
    private static Map<String, Part> parts(Archive archive, String path) {
        int slash = path.lastIndexOf('/') + 1;
        String relations = path.substring(0, slash) + "_rels/" + path.substring(slash) + ".rels";
        Map<String, Part> parts = new HashMap<>();
        if (archive.find(relations).isEmpty()) {
            return parts;
        }
        try (Xml xml = part(archive, relations)) {
            while (xml.next()) {
                String id = xml.isStart() ? xml.attribute("Id") : null;
                String type = xml.isStart() ? xml.attribute("Type") : null;
                String target = xml.isStart() ? xml.attribute("Target") : null;
                if (id != null && type != null && target != null) {
                    parts.put(id, new Part(type.substring(type.lastIndexOf('/') + 1), resolve(path, target)));
                }
            }
        }
        return parts;
    }

    private static String resolve(String from, String target) {
        try {
            return URI.create("/" + from)
                    .resolve(target.replace(" ", "%20"))
                    .getPath()
                    .replaceFirst("^/+", "");
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    private static Optional<String> path(Map<String, Part> parts, String type) {
        return parts.values().stream()
                .filter(part -> part.type().equals(type))
                .map(Part::path)
                .findFirst();
    }

    private static Xml part(Archive archive, String path) {
        return new Xml(open(archive, path));
    }

    private static InputStream open(Archive archive, String path) {
        return archive.open(archive.find(path).orElseThrow(DamagedFile::new));
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static int number(@Nullable String value) {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(value, "0"));
        } catch (NumberFormatException e) {
            throw new DamagedFile();
        }
    }

    /** Goes through a sheet's bytes for its rows' tags only, several times as fast as reading its cells. */
    private static final class LastRow {

        private static final int ROW = 'r' << 16 | 'o' << 8 | 'w';
        private static final int PREFIXED_ROW = ':' << 24 | ROW;
        private static final int NUMBER = '=' | 'r' << 8;

        private enum In {
            TEXT,
            NAME,
            ROW,
            ROW_NUMBER
        }

        private In in = In.TEXT;
        private int last4;
        private int length;
        private long number;
        private long last;

        long of(InputStream bytes) throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    see(buffer[i]);
                }
            }
            return last;
        }

        private void see(byte sign) {
            switch (in) {
                case TEXT -> {
                    if (sign == '<') {
                        in = In.NAME;
                        last4 = 0;
                        length = 0;
                    }
                }
                case NAME -> {
                    if (sign == ' ' || sign == '>' || sign == '/' || sign == '\n' || sign == '\r' || sign == '\t') {
                        boolean row = (length == 3 && last4 == ROW) || (length > 4 && last4 == PREFIXED_ROW);
                        last += row ? 1 : 0;
                        in = row && sign != '>' && sign != '/' ? In.ROW : In.TEXT;
                        last4 = sign;
                    } else {
                        last4 = last4 << 8 | sign;
                        length++;
                    }
                }
                case ROW -> {
                    if (sign == '>') {
                        in = In.TEXT;
                    } else if ((sign == '"' || sign == '\'') && isNumberNext()) {
                        in = In.ROW_NUMBER;
                        number = 0;
                    } else {
                        last4 = last4 << 8 | (sign & 0xff);
                    }
                }
                case ROW_NUMBER -> {
                    if (sign >= '0' && sign <= '9' && number < Integer.MAX_VALUE) {
                        number = number * 10 + sign - '0';
                    } else {
                        last = Math.max(last, number);
                        in = In.TEXT;
                    }
                }
            }
        }

        private boolean isNumberNext() {
            int before = last4 >>> 16 & 0xff;
            return (last4 & 0xffff) == NUMBER && (before == ' ' || before == '\n' || before == '\r' || before == '\t');
        }
    }
}
