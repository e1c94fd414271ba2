package io.wellspring.imports;

import io.wellspring.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The file is something else than rows of text or of a workbook: a letter, an archive of another kind, a picture. */
public class NotACsv extends Refusal.Rejected {

    NotACsv(String kind) {
        super(new DefaultMessageSourceResolvable("imports.not-csv." + kind));
    }
}
