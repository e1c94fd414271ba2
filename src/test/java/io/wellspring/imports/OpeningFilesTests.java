package io.wellspring.imports;

import static io.wellspring.imports.Packed.bytes;
import static io.wellspring.imports.Packed.gzip;
import static io.wellspring.imports.Packed.lines;
import static io.wellspring.imports.Packed.stored;
import static io.wellspring.imports.Packed.workbook;
import static io.wellspring.imports.Packed.write;
import static io.wellspring.imports.Packed.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class OpeningFilesTests {

    private static final byte[] LIST = bytes("id,name\nA1,王芳\nA2,Bob\n");
    private static final List<Line> ROWS = List.of(
            new Line(1, List.of("id", "name")), new Line(2, List.of("A1", "王芳")), new Line(3, List.of("A2", "Bob")));

    @Test
    void aListReadsTheSameHoweverItIsWrapped() {
        byte[] book = workbook(List.of(List.of("id", "name"), List.of("A1", "王芳"), List.of("A2", "Bob")));
        assertThat(lines(LIST)).isEqualTo(ROWS);
        assertThat(lines(gzip(LIST))).isEqualTo(ROWS);
        assertThat(lines(zip("list.csv", LIST))).isEqualTo(ROWS);
        assertThat(lines(book)).isEqualTo(ROWS);
        assertThat(lines(zip("book.XLSX", book))).isEqualTo(ROWS);
        assertThat(container(zip("book.XLSX", book))).isEqualTo(Container.ZIPPED_WORKBOOK);
    }

    @Test
    void aGzipOfSeveralMembersIsOneFile() {
        byte[] two = write(target -> {
            target.write(gzip(Arrays.copyOf(LIST, 9)));
            target.write(gzip(Arrays.copyOfRange(LIST, 9, LIST.length)));
        });
        assertThat(lines(two)).isEqualTo(ROWS);
    }

    @Test
    void theEncodingIsProvedByAllThatIsUnpacked() {
        String text = "id,name\n" + "1,ann\n".repeat(300_000) + "2,王芳\n";
        for (Charset charset : List.of(Charset.forName("UTF-8"), Charset.forName("GB18030"))) {
            byte[] plain = text.getBytes(charset);
            for (byte[] packed : List.of(gzip(plain), zip("a.csv", plain))) {
                try (FileContent content = FileContents.recognise(stored(packed))) {
                    assertThat(content.survey("").utf8())
                            .isEqualTo(charset.name().equals("UTF-8"));
                    assertThat(content.survey("").lines()).isEqualTo(300_002);
                }
                assertThat(lines(packed).getLast().cells()).containsExactly("2", "王芳");
            }
        }
    }

    @Test
    void whatComputersAddToArchivesIsPassedOver() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("__MACOSX/._list.csv", bytes("x"));
        files.put(".DS_Store", bytes("x"));
        files.put("folder/", new byte[0]);
        files.put("folder/list.csv", LIST);
        files.put("readme.pdf", bytes("x"));
        assertThat(lines(zip(files))).isEqualTo(ROWS);
        assertThat(lines(zip("export", LIST))).isEqualTo(ROWS);
    }

    @Test
    void severalListsAreNamed() {
        byte[] two = zip(Map.of("用户.csv", LIST, "orders.xlsx", LIST), Charset.forName("GBK"));
        assertThatExceptionOfType(SeveralFilesInside.class)
                .isThrownBy(() -> lines(two))
                .satisfies(e -> assertThat(String.valueOf(e.facts()[1])).contains("用户.csv", "orders.xlsx"));
        assertThatExceptionOfType(NoListInside.class)
                .isThrownBy(() -> lines(zip(Map.of("a.pdf", LIST, "b.png", LIST))));
    }

    @Test
    void aPasswordIsNotAsked() {
        byte[] locked = zip("list.csv", LIST);
        int central = new String(locked, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        locked[6] |= 1;
        locked[central + 8] |= 1;
        assertThatExceptionOfType(EncryptedFile.class).isThrownBy(() -> lines(locked));
    }

    @Test
    void aBombIsNotLetOff() {
        byte[] zeros = new byte[4 << 20];
        Expanded.Limits strict = new Expanded.Limits(3 << 20, 1 << 20, 20);
        for (byte[] bomb : List.of(gzip(zeros), zip("a.csv", zeros))) {
            try (FileContent content = FileContents.recognise(stored(bomb), strict)) {
                assertThatExceptionOfType(ExpandsTooFar.class).isThrownBy(() -> content.survey(""));
            }
        }
        assertThat(Expanded.SANE.of(1 << 20)).isEqualTo(250L << 20);
        assertThat(Expanded.SANE.of(100)).isEqualTo(64L << 20);
        assertThat(Expanded.SANE.of(1L << 40)).isEqualTo(16L << 30);
    }

    @Test
    void whatIsDamagedIsRefused() {
        byte[] random = new byte[300_000];
        new Random(1).nextBytes(random);
        byte[] list = bytes("id\n" + HexFormat.of().formatHex(random).replaceAll("(.{40})", "$1\n"));
        byte[] cut = Arrays.copyOf(gzip(list), 100_000);
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> survey(cut));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> survey(Arrays.copyOf(zip("a.csv", list), 100_000)));
        byte[] flipped = zip("a.csv", list);
        flipped[50_000] ^= 1;
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> survey(flipped));
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> lines(zip("a.xlsx", list)));
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> rows("<row><c t='s'><v>7</v></c></row>"));
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> rows("<row><c><v>7</v></row>"));
        assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> rows("<row><c><v>&bomb;</v></c></row>"));
    }

    @Test
    void documentsOfOtherKindsAreRefused() {
        assertThatExceptionOfType(NotACsv.class)
                .isThrownBy(() -> lines(zip("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet"))));
        assertThatExceptionOfType(NotACsv.class)
                .isThrownBy(
                        () -> lines(zip(Map.of("[Content_Types].xml", bytes("<Types/>"), "word/document.xml", LIST))));
        assertThatExceptionOfType(NotACsv.class).isThrownBy(() -> lines(gzip(zip("a.csv", LIST))));
    }

    @Test
    void theFirstSheetWithRowsIsChosenAndAnotherCanBe() {
        byte[] book = write(target -> {
            try (Workbook workbook = new Workbook(target, "test", "1.0")) {
                workbook.newWorksheet("Empty");
                Worksheet hidden = workbook.newWorksheet("Hidden");
                hidden.value(0, 0, "secret");
                hidden.setVisibilityState(VisibilityState.HIDDEN);
                workbook.newWorksheet("Members").value(2, 1, "id");
                workbook.newWorksheet("Orders").value(0, 0, "order no");
            }
        });
        assertThat(lines(book)).containsExactly(new Line(3, List.of("", "id")));
        try (FileContent content = FileContents.recognise(stored(book))) {
            assertThat(content.sheets()).containsExactly("Empty", "Hidden", "Members", "Orders");
            assertThat(lines(content, FileFormat.ofWorkbook("Orders")))
                    .containsExactly(new Line(1, List.of("order no")));
            assertThat(content.survey("Members").lines()).isEqualTo(3);
        }
    }

    @Test
    void cellsComeOutAsACarefulPersonWouldTypeThem() {
        String styles =
                "<numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/></numFmts>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='22'/></cellXfs>";
        String strings =
                "<si><t>007</t></si><si><r><t>王</t></r><r><t xml:space='preserve'> 芳</t></r><rPh><t>wang</t></rPh></si>"
                        + "<si><t>a_x000D_b_x005F_</t></si>";
        String row = "<row r='4'><c r='A4' t='s'><v>0</v></c><c r='B4' t='s'><v>1</v></c><c r='C4' t='s'><v>2</v></c>"
                + "<c r='D4'><v>13800138000</v></c><c r='E4' s='1'><v>46346</v></c><c r='F4' s='2'><v>46346.5</v></c>"
                + "<c r='G4' t='b'><v>1</v></c><c r='H4' t='str'><f>A1</f><v>text</v></c><c r='I4'><f>1+1</f><v>2</v></c>"
                + "<c r='J4' t='e'><v>#N/A</v></c><c r='K4'><f>A1</f></c><c r='L4' t='inlineStr'><is><t>in</t></is></c>"
                + "<c r='N4' t='d'><v>2026-11-20</v></c><c r='O4'/></row>";
        assertThat(lines(workbook(row, strings, styles, "date1904='false'")))
                .containsExactly(new Line(
                        4,
                        List.of(
                                "007",
                                "王 芳",
                                "a\rb_",
                                "13800138000",
                                "2026-11-20",
                                "2026-11-20 12:00:00",
                                "true",
                                "text",
                                "2",
                                "#N/A",
                                "#CALC!",
                                "in",
                                "",
                                "2026-11-20")));
        assertThat(lines(workbook("<row><c s='1'><v>44884</v></c></row>", strings, styles, "date1904='1'"))
                        .getFirst()
                        .cells())
                .containsExactly("2026-11-20");
    }

    @Test
    void rowsThatEndEarlyAreFilledUpAndEmptyOnesPassedOver() {
        assertThat(rows("<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>3</v></c></row><row r='3'/>"
                        + "<row r='5'><c r='A5'><v>4</v></c><c r='D5' t='str'><v></v></c></row><row r='7'><c r='A7'/></row>"
                        + "<row r='1048576'><c r='XFD1048576' s='3'/></row>"))
                .containsExactly(new Line(2, List.of("1", "", "3")), new Line(5, List.of("4", "", "")));
        assertThat(rows(
                        "<x:row xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:c><x:v>1</x:v></x:c>"
                                + "<x:c><x:v>2</x:v></x:c></x:row>"))
                .containsExactly(new Line(1, List.of("1", "2")));
    }

    @Test
    void aCellFarOutIsAColumnTooMany() {
        assertThatExceptionOfType(TooManyColumns.class).isThrownBy(() -> rows("<row><c r='XFD1'><v>1</v></c></row>"));
    }

    @Test
    void onlyTypedTextSaysHowDatesAreWritten() {
        byte[] book = write(target -> {
            try (Workbook workbook = new Workbook(target, "test", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("One");
                sheet.value(0, 0, "paid at");
                sheet.value(1, 0, "20/11/2026");
                sheet.value(2, 0, LocalDate.of(2026, 11, 21));
                sheet.style(2, 0).format("yyyy-mm-dd").set();
            }
        });
        try (FileContent content = FileContents.recognise(stored(book))) {
            WorkbookContent workbook = (WorkbookContent) content;
            FileFormat format = new Sniffer(Vocabulary.of("imports/header-synonyms.properties"), "CN")
                    .sniffSheet("One", workbook.sample(FileFormat.ofWorkbook("One")), workbook.typedSample("One"));
            assertThat(format.dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
            assertThat(lines(content, format).getLast().cells()).containsExactly("21/11/2026");
        }
    }

    @Test
    void textsThatDoNotFitIntoMemoryAreFoundAgain() {
        int texts = 200_000;
        String part = IntStream.range(0, texts)
                .mapToObj(i -> "<si><t>文字 number " + i + "</t></si>")
                .collect(Collectors.joining("", "<sst>", "</sst>"));
        Random random = new Random(7);
        try (SharedStrings strings = new SharedStrings(new Xml(new ByteArrayInputStream(bytes(part))), 1 << 16)) {
            for (int i = 0; i < texts; i += 7) {
                assertThat(strings.get(i)).isEqualTo("文字 number " + i);
                int before = random.nextInt(i + 1);
                assertThat(strings.get(before)).isEqualTo("文字 number " + before);
            }
            assertThatExceptionOfType(DamagedFile.class).isThrownBy(() -> strings.get(texts));
        }
    }

    @Property(tries = 60)
    void csvAndGzipAndZipAndWorkbookReadTheSame(@ForAll("tables") List<List<String>> table) {
        byte[] csv = bytes(table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n")));
        List<List<String>> plain = cells(lines(csv));
        assertThat(plain).isEqualTo(table);
        assertThat(cells(lines(gzip(csv)))).isEqualTo(plain);
        assertThat(cells(lines(zip("a.csv", csv)))).isEqualTo(plain);
        assertThat(cells(lines(workbook(table)))).isEqualTo(plain);
        assertThat(cells(lines(zip("a.xlsx", workbook(table))))).isEqualTo(plain);
    }

    /** A header and rows below it; the first cell of a row is never empty, so that no row is. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("ab 0123456789.,;'\"#-+=@王芳é<>&\n\t")
                .ofMaxLength(12);
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(width -> cells.list()
                        .ofSize(width)
                        .map(row -> {
                            List<String> filled = new ArrayList<>(row);
                            filled.set(0, "k" + filled.getFirst());
                            return filled;
                        })
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(20)
                        .map(rows -> {
                            List<List<String>> table = new ArrayList<>();
                            table.add(IntStream.range(0, width)
                                    .mapToObj(i -> "column " + i)
                                    .toList());
                            table.addAll(rows);
                            return table;
                        }));
    }

    private static List<List<String>> cells(List<Line> lines) {
        return lines.stream().map(Line::cells).toList();
    }

    private static List<Line> rows(String sheetData) {
        return lines(workbook(sheetData, "", "<cellXfs/>", ""));
    }

    private static void survey(byte[] content) {
        try (FileContent opened = FileContents.recognise(stored(content))) {
            opened.survey("");
        }
    }

    private static Container container(byte[] content) {
        try (FileContent opened = FileContents.recognise(stored(content))) {
            return opened.container();
        }
    }
}
