package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A reward shall be kept for a tier that no programme has. */
public final class RewardTierUnknown extends Refusal.Rejected {

    RewardTierUnknown(int tier) {
        super(tier);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("leastTier");
    }
}
