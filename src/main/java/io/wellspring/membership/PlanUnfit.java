package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Something of a plan cannot be so. */
public final class PlanUnfit extends Refusal.Rejected {

    private final String wrong;

    PlanUnfit(String field) {
        super();
        this.wrong = field;
    }

    @Override
    public String messageCode() {
        return super.messageCode() + "." + wrong;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(wrong);
    }
}
