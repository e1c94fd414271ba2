package io.wellspring.imports;

/** What stands between whole units and their fractions. */
public enum DecimalSign {
    POINT('.'),
    COMMA(',');

    private final char sign;

    DecimalSign(char sign) {
        this.sign = sign;
    }

    public char sign() {
        return sign;
    }
}
