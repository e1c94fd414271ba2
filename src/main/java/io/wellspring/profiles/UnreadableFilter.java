package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A filter whose value means nothing; dropping it would show users nobody asked for. */
public class UnreadableFilter extends Refusal.Rejected {

    UnreadableFilter(ListField field, String value) {
        super(field.parameter(), value);
    }
}
