package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Only what was imported can be undone, and only once. */
public final class NotCommitted extends Refusal.Conflict {

    NotCommitted() {}
}
