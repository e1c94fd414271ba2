package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file is still on its way. */
public class NotArrived extends Refusal.Conflict {

    NotArrived() {}
}
