package io.wellspring.imports.web;

import io.wellspring.shared.Refusal;

/** A part of the request is none we know. */
final class PartUnknown extends Refusal.Rejected {

    PartUnknown(String name, String known) {
        super(name, known);
    }
}
