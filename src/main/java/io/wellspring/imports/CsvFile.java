package io.wellspring.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The records of a file, one after the other, in constant memory. Empty lines are passed over. Bytes that mean nothing in the file's
 * encoding become U+FFFD, which the reader of the row refuses.
 */
final class CsvFile implements RowSource {

    private static final int MOST_COUNTED = 1 << 20;
    static final char UNREADABLE = '\uFFFD';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private long line = 1;

    CsvFile(InputStream bytes, FileFormat format) {
        try {
            this.reader = CsvReader.builder()
                    .fieldSeparator(format.delimiter())
                    .quoteCharacter(format.quote())
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(1 << 24)
                    .build(
                            CsvRecordHandler.of(handler -> handler.maxFields(MOST_COUNTED)
                                    .maxFieldSize(LONGEST_CELL)
                                    .maxRecordSize(1 << 23)),
                            withoutMark(bytes, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = reader.iterator();
    }

    @Override
    public Optional<Line> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            if (record.getFieldCount() > MOST_COLUMNS) {
                throw new TooManyColumns(record.getFieldCount(), MOST_COLUMNS);
            }
            return Optional.of(new Line(line, record.getFields()));
        } catch (CsvParseException e) {
            throw new UnreadableFile(line);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader withoutMark(InputStream bytes, FileFormat format) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                bytes,
                Charset.forName(format.charset())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}
