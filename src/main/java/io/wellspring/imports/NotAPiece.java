package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** A piece of a file is not as pieces are: empty, too large, or cut where only the end of the file is. */
public class NotAPiece extends Refusal.Rejected {

    NotAPiece() {}
}
