package io.wellspring.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.wellspring.shared.SpreadsheetCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The refused rows of a file as a file: the file and its refused lines are read side by side, in constant memory. */
@Component
@RequiredArgsConstructor
class RejectedRows {

    private final FileStore store;
    private final ImportQueries queries;

    void write(ImportFile file, OutputStream target, RejectionWords words) throws IOException {
        target.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        try (FileContent content = FileContents.open(file.getContainer(), store.read(file.getId(), file.getBytes()));
                RowSource rows = content.rows(file.format())) {
            CsvWriter out = CsvWriter.builder().build(text);
            List<String> head = file.getColumnNames().stream()
                    .map(SpreadsheetCell::safe)
                    .collect(Collectors.toCollection(ArrayList::new));
            head.add(words.line());
            head.add(words.reason());
            out.writeRecord(head);
            Refused refused = new Refused(file.getId());
            while (refused.hasNext()) {
                RejectedLine why = refused.next();
                Optional<Line> line = rows.next();
                while (line.isPresent() && line.get().number() < why.lineNo()) {
                    line = rows.next();
                }
                if (line.isEmpty()) {
                    break;
                }
                List<String> cells = line.get().cells().stream()
                        .map(SpreadsheetCell::safe)
                        .collect(Collectors.toCollection(ArrayList::new));
                while (cells.size() < file.getColumnNames().size()) {
                    cells.add("");
                }
                cells.add(Long.toString(why.lineNo()));
                cells.add(words.reason(why));
                out.writeRecord(cells);
            }
            out.flush();
        }
    }

    /** The refused lines in order, fetched by the page. */
    private final class Refused implements Iterator<RejectedLine> {

        private final long importId;
        private List<RejectedLine> page = List.of();
        private int at;
        private long last;

        Refused(long importId) {
            this.importId = importId;
        }

        @Override
        public boolean hasNext() {
            if (at == page.size()) {
                page = queries.rejections(importId, last, RejectionBatch.PAGE);
                at = 0;
            }
            return at < page.size();
        }

        @Override
        public RejectedLine next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RejectedLine line = page.get(at++);
            last = line.lineNo();
            return line;
        }
    }
}
