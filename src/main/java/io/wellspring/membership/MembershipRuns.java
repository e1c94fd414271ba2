package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** The user has this plan already, so it is renewed and not started. */
public final class MembershipRuns extends Refusal.Rejected {

    MembershipRuns(LocalDate lastDay) {
        super(lastDay.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("plan");
    }
}
