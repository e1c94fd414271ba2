package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** An archive holds no file that could be a list. */
public class NoListInside extends Refusal.Rejected {

    NoListInside() {}
}
