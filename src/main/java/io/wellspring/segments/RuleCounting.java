package io.wellspring.segments;

import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts a rule place by place, several at a time, each on a connection of its own: the database gets to the point with one short question
 * better than with all of them in one long pass, and what was counted is not counted again when only its neighbour has changed.
 */
@Component
class RuleCounting {

    private static final int SAMPLES = 5;

    private final RuleQueries queries;
    private final SegmentQueries segments;
    private final ProfileSearch profiles;
    private final TransactionTemplate reading;
    private final SideBySide pieces;

    RuleCounting(
            RuleQueries queries,
            SegmentQueries segments,
            ProfileSearch profiles,
            SideBySide pieces,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.segments = segments;
        this.profiles = profiles;
        this.pieces = pieces;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Whole(Rule rule, LocalDate asOf) {}

    private record Part(Rule rule, LocalDate asOf) {}

    /** Counts every finished place; never called by whoever holds a connection, since it waits for others to get one. */
    RuleCounts count(RuleReading rule, LocalDate asOf) {
        long start = System.nanoTime();
        Map<String, CompletableFuture<Long>> parts = new HashMap<>();
        Optional<CompletableFuture<RuleQueries.Brought>> whole =
                rule.rule().map(all -> pieces.ask(() -> whole(all, asOf)));
        rule.rules().forEach((place, part) -> {
            if (!place.isEmpty() || whole.isEmpty()) {
                parts.put(place, pieces.ask(() -> part(part, asOf)));
            }
        });
        long everybody = profiles.totals(ProfileFilter.everyone()).users();
        Map<String, Long> places = new HashMap<>();
        parts.forEach((place, count) -> places.put(place, SideBySide.answer(count)));
        RuleQueries.Brought brought =
                whole.map(SideBySide::answer).orElseGet(() -> new RuleQueries.Brought(0, Money.ZERO, Money.ZERO));
        whole.ifPresent(counted -> places.put("", brought.users()));
        List<UserId> samples = brought.users() == 0
                ? List.of()
                : inOneTransaction(() -> queries.samples(rule, asOf, brought.users(), everybody, SAMPLES));
        return new RuleCounts(
                rule,
                everybody,
                places,
                brought.net(),
                brought.windowNet(),
                samples,
                asOf,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private RuleQueries.Brought whole(Rule rule, LocalDate asOf) {
        return once(rule, new Whole(rule, asOf), () -> queries.brought(rule, asOf));
    }

    private long part(Rule rule, LocalDate asOf) {
        return once(rule, new Part(rule, asOf), () -> queries.count(rule, asOf));
    }

    private <T> T once(Rule rule, Object question, Supplier<T> counting) {
        return rule.staysWithProfiles()
                ? profiles.whileProfilesStay(question, () -> inOneTransaction(counting))
                : inOneTransaction(counting);
    }

    private <T> T inOneTransaction(Supplier<T> counting) {
        return reading.execute(status -> {
            segments.giveRoom();
            return counting.get();
        });
    }
}
