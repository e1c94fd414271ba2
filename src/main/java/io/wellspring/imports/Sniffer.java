package io.wellspring.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises how a file is written, from its first piece and from whether all of it is UTF-8. */
final class Sniffer {

    static final int SAMPLE_ROWS = 200;

    private static final int SAMPLE_BYTES = 1 << 18;
    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final Pattern DATE_LIKE =
            Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})([ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d{1,2}|-?\\d+,\\d{1,2}");
    private static final Pattern DECIMAL_POINT = Pattern.compile("-?\\d{1,3}(,\\d{3})*\\.\\d+|-?\\d+\\.\\d+");
    private static final Pattern DATA_LIKE = Pattern.compile(".*\\d{3,}.*|.*\\d[-/.,]\\d.*|[^@\\s]+@[^@\\s]+");

    private final Vocabulary fields;
    private final String phoneRegion;

    Sniffer(Vocabulary fields, String phoneRegion) {
        this.fields = fields;
        this.phoneRegion = phoneRegion;
    }

    /**
     * How the file is written.
     *
     * @param head the first bytes of the file
     * @param utf8 whether all of the file is valid UTF-8
     * @throws EmptyFile if there is nothing in it
     * @throws NotACsv if it is no text
     */
    FileFormat sniff(byte[] head, boolean utf8) {
        if (head.length == 0) {
            throw new EmptyFile();
        }
        refuseOtherKinds(head);
        String charset = charset(head, utf8);
        char quote = quote(text(head, charset));
        char delimiter = delimiter(head, charset, quote);
        FileFormat format =
                new FileFormat(charset, delimiter, quote, true, DateOrder.YEAR_FIRST, DecimalSign.POINT, phoneRegion);
        List<List<String>> rows = sample(head, format);
        if (rows.isEmpty()) {
            throw new EmptyFile();
        }
        boolean header = hasHeader(rows);
        List<List<String>> data = header ? rows.subList(1, rows.size()) : rows;
        return new FileFormat(charset, delimiter, quote, header, dateOrder(data), decimalSign(data), phoneRegion);
    }

    /**
     * How a sheet is written. Its dates and numbers are what they are, whatever they look like; only what was typed as text shows how
     * its writer writes them.
     *
     * @param rows its first rows
     * @param typed the same as far as they were typed as text
     * @throws EmptyFile if there is nothing in it
     */
    FileFormat sniffSheet(String sheet, List<List<String>> rows, List<List<String>> typed) {
        if (rows.isEmpty()) {
            throw new EmptyFile();
        }
        FileFormat unknown = FileFormat.ofWorkbook(sheet);
        return new FileFormat(
                unknown.charset(),
                unknown.delimiter(),
                unknown.quote(),
                hasHeader(rows),
                dateOrder(typed),
                decimalSign(typed),
                phoneRegion,
                sheet);
    }

    /** The first rows of a file, its header included, as the format reads them. A row that the piece's end cuts is left out. */
    static List<List<String>> sample(byte[] head, FileFormat format) {
        byte[] start = Arrays.copyOf(head, Math.min(head.length, SAMPLE_BYTES));
        List<List<String>> rows = new ArrayList<>();
        boolean cut = start.length < head.length || head.length == FileStore.PIECE;
        try (CsvFile file = new CsvFile(new ByteArrayInputStream(start), format)) {
            for (Optional<Line> row = file.next(); row.isPresent() && rows.size() <= SAMPLE_ROWS; row = file.next()) {
                rows.add(List.copyOf(row.get().cells()));
            }
        } catch (UnreadableFile e) {
            if (rows.isEmpty() || !cut) {
                throw e;
            }
        }
        if (cut && rows.size() > 1 && rows.size() <= SAMPLE_ROWS) {
            rows.removeLast();
        }
        return rows;
    }

    private static void refuseOtherKinds(byte[] head) {
        String start = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new NotACsv("XLS");
        }
        if (start.startsWith("PK\u0003\u0004")
                || start.startsWith("\u001f\u008b")
                || start.startsWith("7z")
                || start.startsWith("Rar!")) {
            throw new NotACsv("ARCHIVE");
        }
        boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        for (int i = 0; !wide && i < Math.min(head.length, 4096); i++) {
            if (head[i] == 0) {
                throw new NotACsv("BINARY");
            }
        }
    }

    private static String charset(byte[] head, boolean utf8) {
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return "UTF-16LE";
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return "UTF-16BE";
        }
        return utf8 ? "UTF-8" : "GB18030";
    }

    private static String text(byte[] head, String charset) {
        return new String(head, 0, Math.min(head.length, SAMPLE_BYTES), Charset.forName(charset));
    }

    /** Apostrophes quote only where cells begin and end with them and no cell does with the usual sign. */
    private static char quote(String text) {
        boolean usual = Pattern.compile("(^|[,;\\t|\\n])\"").matcher(text).find();
        boolean apostrophes = Pattern.compile("(^|[,;\\t|\\n])'[^'\\n]*'([,;\\t|\\r\\n]|$)")
                .matcher(text)
                .find();
        return !usual && apostrophes ? '\'' : '"';
    }

    /** The sign that cuts the most rows into the same number of cells, and into the most cells where that is equal. */
    private static char delimiter(byte[] head, String charset, char quote) {
        record Cut(char sign, long alike, int cells) {}
        List<Cut> cuts = new ArrayList<>();
        for (char sign : DELIMITERS) {
            FileFormat format =
                    new FileFormat(charset, sign, quote, true, DateOrder.YEAR_FIRST, DecimalSign.POINT, "CN");
            try {
                List<Integer> widths =
                        sample(head, format).stream().map(List::size).toList();
                if (!widths.isEmpty() && widths.getFirst() > 1) {
                    int width = widths.getFirst();
                    cuts.add(new Cut(
                            sign, widths.stream().filter(w -> w == width).count() * 100 / widths.size(), width));
                }
            } catch (UnreadableFile | TooManyColumns e) {
                // This sign makes no rows of the file; another may. A file that none fits is refused with the first.
                continue;
            }
        }
        return cuts.stream()
                .max(Comparator.comparingLong(Cut::alike).thenComparingInt(Cut::cells))
                .map(Cut::sign)
                .orElse(',');
    }

    /** A first row names the columns if it has names we know, or if nothing in it looks like data while the rows below do. */
    private boolean hasHeader(List<List<String>> rows) {
        List<String> first = rows.getFirst();
        if (first.stream().anyMatch(cell -> !fields.meanings(cell).isEmpty())) {
            return true;
        }
        boolean dataAbove =
                first.stream().anyMatch(cell -> DATA_LIKE.matcher(cell).matches());
        boolean dataBelow = rows.stream()
                .skip(1)
                .flatMap(List::stream)
                .anyMatch(cell -> DATA_LIKE.matcher(cell).matches());
        return !dataAbove && (dataBelow || rows.size() == 1);
    }

    private static DateOrder dateOrder(List<List<String>> rows) {
        Map<DateOrder, Long> votes = rows.stream()
                .flatMap(List::stream)
                .map(cell -> DATE_LIKE.matcher(cell.strip()))
                .filter(Matcher::matches)
                .flatMap(date -> order(date.group(1), date.group(2), date.group(3)).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (votes.isEmpty()) {
            return DateOrder.YEAR_FIRST;
        }
        if (votes.containsKey(DateOrder.YEAR_FIRST)) {
            return DateOrder.YEAR_FIRST;
        }
        return votes.containsKey(DateOrder.DAY_FIRST) && !votes.containsKey(DateOrder.MONTH_FIRST)
                ? DateOrder.DAY_FIRST
                : DateOrder.MONTH_FIRST;
    }

    /** What one date proves; a day up to the twelfth proves nothing about which number is the month. */
    private static Optional<DateOrder> order(String first, String second, String third) {
        if (first.length() == 4) {
            return Optional.of(DateOrder.YEAR_FIRST);
        }
        if (third.length() != 4) {
            return Optional.empty();
        }
        if (Integer.parseInt(first) > 12) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        return Integer.parseInt(second) > 12 ? Optional.of(DateOrder.MONTH_FIRST) : Optional.empty();
    }

    private static DecimalSign decimalSign(List<List<String>> rows) {
        long comma = count(rows, DECIMAL_COMMA);
        return comma > count(rows, DECIMAL_POINT) ? DecimalSign.COMMA : DecimalSign.POINT;
    }

    private static long count(List<List<String>> rows, Pattern pattern) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(cell ->
                        pattern.matcher(cell.replaceAll("[\\s¥￥$£€]", "")).matches())
                .count();
    }
}
