package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file is something else than text in rows: a workbook, an archive, a picture. */
public class NotACsv extends Refusal.Rejected {

    NotACsv(String kind) {
        super(kind);
    }
}
