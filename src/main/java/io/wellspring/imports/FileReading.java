package io.wellspring.imports;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A {@link FileFormat} as it is kept. */
@Embeddable
record FileReading(
        String charset,
        String delimiter,
        String quote,
        boolean header,
        @Enumerated(EnumType.STRING) DateOrder dateOrder,
        @Enumerated(EnumType.STRING) DecimalSign decimalSign,
        String phoneRegion,
        String sheet) {

    static FileReading of(FileFormat format) {
        return new FileReading(
                format.charset(),
                Character.toString(format.delimiter()),
                Character.toString(format.quote()),
                format.header(),
                format.dateOrder(),
                format.decimalSign(),
                format.phoneRegion(),
                format.sheet());
    }

    FileFormat format() {
        return new FileFormat(
                charset, delimiter.charAt(0), quote.charAt(0), header, dateOrder, decimalSign, phoneRegion, sheet);
    }
}
