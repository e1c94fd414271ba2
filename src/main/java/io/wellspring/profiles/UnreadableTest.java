package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A condition whose values mean nothing for what they are held against. */
public class UnreadableTest extends Refusal.Rejected {

    public UnreadableTest(String what, String value) {
        super(what, value);
    }
}
