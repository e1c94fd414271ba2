package io.wellspring.imports;

/**
 * How a file is to be read: sniffed, then editable.
 *
 * @param charset the name of its encoding
 * @param delimiter what stands between cells
 * @param quote what stands around cells
 * @param header whether the first row names the columns
 * @param dateOrder how dates are written
 * @param decimalSign how amounts are written
 * @param phoneRegion ISO 3166 code of the country that phones without country code belong to
 * @param sheet the name of the workbook's sheet; empty where the file is text
 */
public record FileFormat(
        String charset,
        char delimiter,
        char quote,
        boolean header,
        DateOrder dateOrder,
        DecimalSign decimalSign,
        String phoneRegion,
        String sheet) {

    /** How a text is read. */
    public FileFormat(
            String charset,
            char delimiter,
            char quote,
            boolean header,
            DateOrder dateOrder,
            DecimalSign decimalSign,
            String phoneRegion) {
        this(charset, delimiter, quote, header, dateOrder, decimalSign, phoneRegion, "");
    }

    /** The same on another sheet. */
    FileFormat onSheet(String other) {
        return new FileFormat(charset, delimiter, quote, header, dateOrder, decimalSign, phoneRegion, other);
    }

    /** How a sheet is read before anything is known of it. What only texts have is as in a text nobody has looked at. */
    static FileFormat ofWorkbook(String sheet) {
        return new FileFormat("UTF-8", ',', '"', true, DateOrder.YEAR_FIRST, DecimalSign.POINT, "CN", sheet);
    }
}
