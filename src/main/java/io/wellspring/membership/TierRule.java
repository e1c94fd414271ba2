package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one must have done in a window: at least so much of each, or of one, of what is set.
 *
 * @param spend orders less refunds
 * @param activeDays days with an order or any activity
 */
public record TierRule(
        Join join,
        Optional<Long> growth,
        Optional<Money> spend,
        Optional<Integer> orders,
        Optional<Integer> activeDays) {

    public static final TierRule NONE =
            new TierRule(Join.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** So much growth value and nothing else. */
    public static TierRule growth(long least) {
        return new TierRule(Join.ALL, Optional.of(least), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether nothing is asked for. */
    public boolean isOpen() {
        return measures().stream().allMatch(Optional::isEmpty);
    }

    /** Whether nobody can meet this rule without meeting another one: measure by measure, it asks for at least as much. */
    boolean implies(TierRule other) {
        List<Integer> met = set().filter(measure -> covers(other, measure)).toList();
        boolean anyOfOther = other.join == Join.ANY || other.set().count() == 1;
        return join == Join.ANY && set().count() > 1
                ? anyOfOther && met.size() == set().count()
                : anyOfOther ? !met.isEmpty() : met.size() == other.set().count();
    }

    private boolean covers(TierRule other, int measure) {
        Optional<Long> theirs = other.measures().get(measure);
        return measures()
                .get(measure)
                .filter(mine -> theirs.isPresent() && mine >= theirs.get())
                .isPresent();
    }

    /** The places of those measures that are asked for. */
    private Stream<Integer> set() {
        List<Optional<Long>> measures = measures();
        return IntStream.range(0, measures.size())
                .filter(measure -> measures.get(measure).isPresent())
                .boxed();
    }

    private List<Optional<Long>> measures() {
        return List.of(
                growth, spend.map(Money::minor), orders.map(Integer::longValue), activeDays.map(Integer::longValue));
    }
}
