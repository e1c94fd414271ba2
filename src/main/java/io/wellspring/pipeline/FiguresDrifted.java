package io.wellspring.pipeline;

import io.wellspring.shared.Refusal;

/** Kept figures differed from the facts they are kept from, which must not happen; they have been brought in line. */
public class FiguresDrifted extends Refusal.Conflict {

    FiguresDrifted(int users) {
        super(users);
    }
}
