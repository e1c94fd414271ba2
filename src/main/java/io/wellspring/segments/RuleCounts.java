package io.wellspring.segments;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many users satisfy a rule, exactly.
 *
 * @param reading what the rule means, and what is still wrong with it
 * @param everybody how many users there are
 * @param places how many satisfy each finished place by itself; the root's is the whole rule
 * @param net net amount of all time of those who satisfy the whole rule; zero while it is unfinished
 * @param windowNet their net amount in the window the figures are about
 * @param samples some of them, picked by chance
 * @param asOf the day asked about
 * @param took how long counting took
 */
public record RuleCounts(
        RuleReading reading,
        long everybody,
        Map<String, Long> places,
        Money net,
        Money windowNet,
        List<UserId> samples,
        LocalDate asOf,
        Duration took) {

    public RuleCounts {
        places = Map.copyOf(places);
        samples = List.copyOf(samples);
    }

    /** Of a rule that could not be counted. */
    static RuleCounts none(RuleReading reading, LocalDate asOf) {
        return new RuleCounts(reading, 0, Map.of(), Money.ZERO, Money.ZERO, List.of(), asOf, Duration.ZERO);
    }

    /** How many satisfy the whole rule; empty while it is unfinished or was not counted. */
    public Optional<Long> total() {
        return reading.faults().isEmpty() ? Optional.ofNullable(places.get("")) : Optional.empty();
    }
}
