package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** A form was sent already, and said something else. */
public final class FormSentAlready extends Refusal.Conflict {

    FormSentAlready() {
        super();
    }
}
