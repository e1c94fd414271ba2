package io.wellspring.membership.web;

import io.wellspring.shared.Refusal;

/** Nobody answers to the identity a request names. */
final class NobodyAnswers extends Refusal.NotFound {

    NobodyAnswers() {
        super();
    }
}
