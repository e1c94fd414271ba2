package io.wellspring.imports;

/** What a file on its way in is wrapped in. */
public enum Container {
    /** Text as it is. */
    PLAIN,
    GZIP,
    ZIP,
    /** An Excel workbook. */
    WORKBOOK,
    /** An Excel workbook in a zip archive. */
    ZIPPED_WORKBOOK;

    /** Whether its rows are cells of a sheet, not lines of text. */
    public boolean isWorkbook() {
        return this == WORKBOOK || this == ZIPPED_WORKBOOK;
    }
}
