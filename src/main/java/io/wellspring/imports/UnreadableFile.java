package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** From some line on no rows can be made out: a quote that never closes, or far too many columns. */
public class UnreadableFile extends Refusal.Rejected {

    UnreadableFile(long afterLine) {
        super(afterLine);
    }
}
