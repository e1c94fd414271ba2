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
 */
public record FileFormat(
        String charset,
        char delimiter,
        char quote,
        boolean header,
        DateOrder dateOrder,
        DecimalSign decimalSign,
        String phoneRegion) {}
