package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file has more columns than any list of users or orders. */
public class TooManyColumns extends Refusal.Rejected {

    TooManyColumns(int columns, int most) {
        super(columns, most);
    }
}
