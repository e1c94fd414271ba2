package io.wellspring.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as people pack them, for tests. */
public final class Packed {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Packed() {}

    public static byte[] gzip(byte[] content) {
        return write(target -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
                gzip.write(content);
            }
        });
    }

    public static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    public static byte[] zip(Map<String, byte[]> files) {
        return zip(files, StandardCharsets.UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> files, Charset names) {
        return write(target -> {
            try (ZipOutputStream zip = new ZipOutputStream(target, names)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /** A workbook with one sheet of texts. */
    public static byte[] workbook(List<List<String>> rows) {
        return write(target -> {
            try (Workbook workbook = new Workbook(target, "test", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Sheet1");
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            }
        });
    }

    /** A workbook of just these parts: what stands in {@code <sheetData>}, in {@code <sst>} and in {@code <styleSheet>}. */
    public static byte[] workbook(String sheetData, String sharedStrings, String styles, String properties) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes("<Types/>"));
        parts.put(
                "_rels/.rels",
                bytes(
                        "<Relationships><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                                .formatted(RELATIONS)));
        parts.put("xl/workbook.xml", bytes("""
                        <workbook xmlns='%s' xmlns:r='%s'><workbookPr %s/><sheets><sheet name='One' sheetId='1' r:id='s1'/></sheets></workbook>""".formatted(MAIN, RELATIONS, properties)));
        parts.put("xl/_rels/workbook.xml.rels", bytes("""
                        <Relationships><Relationship Id='s1' Type='%1$s/worksheet' Target='worksheets/sheet1.xml'/>
                        <Relationship Id='s2' Type='%1$s/sharedStrings' Target='/xl/sharedStrings.xml'/>
                        <Relationship Id='s3' Type='%1$s/styles' Target='styles.xml'/></Relationships>""".formatted(RELATIONS)));
        parts.put(
                "xl/worksheets/sheet1.xml",
                bytes("<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, sheetData)));
        parts.put("xl/sharedStrings.xml", bytes("<sst xmlns='%s'>%s</sst>".formatted(MAIN, sharedStrings)));
        parts.put("xl/styles.xml", bytes("<styleSheet xmlns='%s'>%s</styleSheet>".formatted(MAIN, styles)));
        return zip(parts);
    }

    static StoredBytes stored(byte[] content) {
        return new StoredBytes(content.length, seq -> {
            int at = seq * FileStore.PIECE;
            return at >= content.length
                    ? Optional.empty()
                    : Optional.of(Arrays.copyOfRange(content, at, Math.min(content.length, at + FileStore.PIECE)));
        });
    }

    /** All rows of a file as it is recognised. */
    static List<Line> lines(byte[] content) {
        Sniffer sniffer = new Sniffer(Vocabulary.of("imports/header-synonyms.properties"), "CN");
        try (FileContent opened = FileContents.recognise(stored(content))) {
            FileFormat format =
                    switch (opened) {
                        case TextContent text ->
                            sniffer.sniff(text.head(), text.survey("").utf8());
                        case WorkbookContent workbook ->
                            FileFormat.ofWorkbook(workbook.firstSheetWithRows().orElseThrow(EmptyFile::new));
                    };
            return lines(opened, format);
        }
    }

    static List<Line> lines(FileContent content, FileFormat format) {
        List<Line> lines = new ArrayList<>();
        try (RowSource rows = content.rows(format)) {
            for (Optional<Line> line = rows.next(); line.isPresent(); line = rows.next()) {
                lines.add(new Line(line.get().number(), List.copyOf(line.get().cells())));
            }
        }
        return lines;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Something written into memory. */
    public interface Writing {
        void to(OutputStream target) throws IOException;
    }

    public static byte[] write(Writing writing) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try {
            writing.to(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }
}
