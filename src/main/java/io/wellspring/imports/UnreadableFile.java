package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** From some line on no rows can be made out: a quote that never closes, or a cell or row of megabytes. */
public class UnreadableFile extends Refusal.Rejected {

    UnreadableFile(long afterLine) {
        super(afterLine);
    }
}
