package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The business key stands for something else already. */
public final class KeyTaken extends Refusal.Conflict {

    private final boolean ofForm;

    KeyTaken(BusinessKey key) {
        super(key.text());
        this.ofForm = key.text().matches("(?:(?:reward:)?form|adjustment):.*");
    }

    @Override
    public String messageCode() {
        return super.messageCode() + (ofForm ? ".form" : "");
    }
}
