package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is no such version of the programme, or it is no draft any more. */
public final class NoSuchProgramme extends Refusal.NotFound {

    NoSuchProgramme(int version) {
        super(version);
    }
}
