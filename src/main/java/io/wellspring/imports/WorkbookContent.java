package io.wellspring.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as cells of one sheet of a workbook. */
final class WorkbookContent implements FileContent {

    private final Container container;
    private final Workbook workbook;
    private final AutoCloseable wrapping;

    WorkbookContent(Container container, Workbook workbook, AutoCloseable wrapping) {
        this.container = container;
        this.workbook = workbook;
        this.wrapping = wrapping;
    }

    @Override
    public Container container() {
        return container;
    }

    @Override
    public List<String> sheets() {
        return workbook.sheets();
    }

    /** The first sheet with something in it, one that is shown before one that is hidden. */
    Optional<String> firstSheetWithRows() {
        return workbook.sheetsAsShown().stream()
                .filter(sheet -> {
                    try (RowSource rows = workbook.rows(sheet, FileFormat.ofWorkbook(sheet))) {
                        return rows.next().isPresent();
                    }
                })
                .findFirst();
    }

    @Override
    public Survey survey(String sheet) {
        return new Survey(workbook.lastRow(sheet), true);
    }

    @Override
    public RowSource rows(FileFormat format) {
        return workbook.rows(format.sheet(), format);
    }

    @Override
    public List<List<String>> sample(FileFormat format) {
        return sample(workbook.rows(format.sheet(), format));
    }

    /** The first rows as far as they were typed as text: only these say how their writer writes dates and amounts. */
    List<List<String>> typedSample(String sheet) {
        return sample(workbook.typedRows(sheet));
    }

    private static List<List<String>> sample(RowSource source) {
        List<List<String>> sample = new ArrayList<>();
        try (source) {
            for (Optional<Line> row = source.next();
                    row.isPresent() && sample.size() <= Sniffer.SAMPLE_ROWS;
                    row = source.next()) {
                sample.add(row.get().cells());
            }
        }
        return sample;
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } finally {
            FileContents.close(wrapping);
        }
    }
}
