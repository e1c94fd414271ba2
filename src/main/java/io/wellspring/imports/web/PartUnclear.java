package io.wellspring.imports.web;

import io.wellspring.shared.Refusal;

/** A part of the request does not say one of the things it can say. */
final class PartUnclear extends Refusal.Rejected {

    PartUnclear(String name, String possible) {
        super(name, possible);
    }
}
