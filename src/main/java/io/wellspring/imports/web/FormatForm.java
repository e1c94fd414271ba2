package io.wellspring.imports.web;

import io.wellspring.imports.DateOrder;
import io.wellspring.imports.DecimalSign;
import io.wellspring.imports.FileFormat;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** How a file is read, as the form sends it; delimiters by name, since a tab is not seen. A text has no sheet. */
record FormatForm(
        String charset,
        Delimiter delimiter,
        QuoteSign quote,
        boolean header,
        DateOrder dateOrder,
        DecimalSign decimalSign,
        String phoneRegion,
        @Nullable String sheet) {

    enum Delimiter {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        PIPE('|');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }

        static Delimiter of(char sign) {
            for (Delimiter delimiter : values()) {
                if (delimiter.sign == sign) {
                    return delimiter;
                }
            }
            return COMMA;
        }
    }

    enum QuoteSign {
        DOUBLE('"'),
        SINGLE('\'');

        private final char sign;

        QuoteSign(char sign) {
            this.sign = sign;
        }
    }

    static FormatForm of(FileFormat format) {
        return new FormatForm(
                format.charset(),
                Delimiter.of(format.delimiter()),
                format.quote() == '\'' ? QuoteSign.SINGLE : QuoteSign.DOUBLE,
                format.header(),
                format.dateOrder(),
                format.decimalSign(),
                format.phoneRegion(),
                format.sheet());
    }

    FileFormat format() {
        return new FileFormat(
                Charset.forName(charset).name(),
                delimiter.sign,
                quote.sign,
                header,
                dateOrder,
                decimalSign,
                phoneRegion,
                sheet == null ? "" : sheet);
    }
}
