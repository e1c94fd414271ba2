package io.wellspring.rfm;

import io.wellspring.shared.Refusal;

/** There is no such version of the model. */
public class NoSuchModel extends Refusal.NotFound {

    NoSuchModel(int version) {
        super(version);
    }
}
