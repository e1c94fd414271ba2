package io.wellspring.imports.web;

import io.wellspring.shared.Refusal;

/** A key for repeating a request is empty, or too long. */
final class KeyUnclear extends Refusal.Rejected {

    KeyUnclear(int longest) {
        super(longest);
    }
}
