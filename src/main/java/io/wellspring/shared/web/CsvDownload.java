package io.wellspring.shared.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.wellspring.shared.SpreadsheetCell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A CSV file on its way to the reader's spreadsheet, row by row: UTF-8 with a byte order mark, and no cell that a spreadsheet would
 * run as a formula.
 */
public final class CsvDownload implements AutoCloseable {

    private final CsvWriter writer;

    private CsvDownload(Writer out) {
        this.writer = CsvWriter.builder().build(out);
    }

    public static CsvDownload to(HttpServletResponse response, String filename) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(filename, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            out.write('\ufeff');
            return new CsvDownload(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one row; what is null becomes an empty cell. */
    public void row(@Nullable Object... cells) {
        List<String> texts = Arrays.stream(cells).map(CsvDownload::cell).toList();
        writer.writeRecord(texts);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(@Nullable Object value) {
        return value == null ? "" : SpreadsheetCell.safe(value.toString());
    }
}
