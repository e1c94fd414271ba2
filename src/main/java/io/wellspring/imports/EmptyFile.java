package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** There is nothing in the file, or nothing under its header. */
public class EmptyFile extends Refusal.Rejected {

    EmptyFile() {
        super();
    }
}
