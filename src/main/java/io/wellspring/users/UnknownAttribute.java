package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** There is no attribute of this code. */
public class UnknownAttribute extends Refusal.NotFound {

    UnknownAttribute(String code) {
        super(code);
    }
}
