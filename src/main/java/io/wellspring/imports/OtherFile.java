package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file that goes on is not the one that was begun. */
public class OtherFile extends Refusal.Conflict {

    OtherFile(String fileName) {
        super(fileName);
    }
}
