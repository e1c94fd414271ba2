package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What points buy.
 *
 * @param withdrawn whether managers took it off
 * @param picture what tells one picture of it from the next; empty if there is none
 * @param redeemed how often it was redeemed and not cancelled
 * @param edition counts what people changed about it
 */
public record Reward(
        long id, RewardTerms terms, boolean withdrawn, Optional<String> picture, long redeemed, int edition) {

    /**
     * What somebody saw of a reward who changes it.
     *
     * @param stock what was left of it; empty if it had none
     */
    public record Seen(int edition, Optional<Long> stock) {}

    /** Whether it may be redeemed on a day, as long as something is left. */
    public boolean offeredOn(LocalDate day) {
        return !withdrawn
                && !day.isBefore(terms.validFrom())
                && terms.validUntil().filter(day::isAfter).isEmpty();
    }

    public Seen seen() {
        return new Seen(edition, stock());
    }

    private Optional<Long> stock() {
        return terms.supply() instanceof Supply.Stock held ? Optional.of(held.left()) : Optional.empty();
    }

    /**
     * What there is of it once somebody changed what they saw: a stock goes up or down by as much as they changed it, since users redeem it
     * meanwhile.
     *
     * @throws StockGone if there would be less than nothing
     */
    Supply supplied(Supply asked, Seen seen) {
        if (!(asked instanceof Supply.Stock typed)
                || stock().isEmpty()
                || seen.stock().isEmpty()) {
            return asked;
        }
        long left = stock().get() + typed.left() - seen.stock().get();
        if (left < 0) {
            throw new StockGone(stock().get());
        }
        return new Supply.Stock(left);
    }
}
