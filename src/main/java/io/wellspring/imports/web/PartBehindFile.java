package io.wellspring.imports.web;

import io.wellspring.shared.Refusal;

/** A part of the request comes behind the file, when it is too late to heed it. */
final class PartBehindFile extends Refusal.Rejected {

    PartBehindFile(String name) {
        super(name);
    }
}
