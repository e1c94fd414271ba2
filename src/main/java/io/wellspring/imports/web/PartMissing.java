package io.wellspring.imports.web;

import io.wellspring.shared.Refusal;

/** A part of the request that is needed did not come. */
final class PartMissing extends Refusal.Rejected {

    PartMissing(String name) {
        super(name);
    }
}
