package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** An archive holds several files that could be meant. */
public class SeveralFilesInside extends Refusal.Rejected {

    SeveralFilesInside(int count, String names) {
        super(count, names);
    }
}
