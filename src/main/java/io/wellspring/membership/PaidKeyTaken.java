package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The key stands for something else already. */
public final class PaidKeyTaken extends Refusal.Conflict {

    private final boolean ofForm;

    PaidKeyTaken(String key) {
        super(key);
        this.ofForm = key.startsWith("form:");
    }

    @Override
    public String messageCode() {
        return super.messageCode() + (ofForm ? ".form" : "");
    }
}
