package io.wellspring.imports;

import io.wellspring.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The file is something else than text in rows: a workbook, an archive, a picture. */
public class NotACsv extends Refusal.Rejected {

    NotACsv(String kind) {
        super(new DefaultMessageSourceResolvable("imports.not-csv." + kind));
    }
}
