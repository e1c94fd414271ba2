package io.wellspring.points;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** Rewards on offer from today on, and what is left of each. */
@RequiredArgsConstructor
final class Shelf {

    private final RewardCatalogue catalogue;
    private final RewardDesk desk;
    private final LocalDate today;

    RewardTerms stock(String name, long price, long left) {
        return new RewardTerms(
                name, "", price, new Supply.Stock(left), Optional.empty(), Optional.empty(), today, Optional.empty());
    }

    RewardTerms described(String name, String description, long left) {
        return new RewardTerms(
                name,
                description,
                10,
                new Supply.Stock(left),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty());
    }

    RewardTerms codes(String name, long price) {
        return new RewardTerms(
                name, "", price, new Supply.Codes(0), Optional.empty(), Optional.empty(), today, Optional.empty());
    }

    Reward.Seen seen(long reward) {
        return catalogue.reward(reward).seen();
    }

    long left(long reward) {
        return catalogue.reward(reward).terms().supply() instanceof Supply.Stock stock ? stock.left() : -1;
    }

    /** Nothing, where somebody else was faster or it is not for the user. */
    Optional<Redemption> redeemed(UserId user, long reward, String key) {
        try {
            return Optional.of(desk.redeem(user, reward, key));
        } catch (Refusal.Conflict refused) {
            return Optional.empty();
        }
    }
}
