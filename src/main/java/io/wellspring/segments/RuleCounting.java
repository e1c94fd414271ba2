package io.wellspring.segments;

import io.wellspring.profiles.ProfileColumnStore;
import io.wellspring.profiles.ProfileState;
import io.wellspring.profiles.UserSet;
import io.wellspring.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Counts a rule place by place: who satisfies each condition is found out several at a time, and joined in memory. What was found out is
 * not found out again when only its neighbour has changed.
 */
@Component
@RequiredArgsConstructor
class RuleCounting {

    private static final int SAMPLES = 5;

    private final ProfileColumnStore columns;
    private final RuleSets sets;
    private final SideBySide pieces;

    /** Counts every finished place; never called by whoever holds a connection, since it waits for others to get one. */
    RuleCounts count(RuleReading rule, LocalDate asOf) {
        return columns.reading(state -> count(rule, asOf, state));
    }

    private RuleCounts count(RuleReading rule, LocalDate asOf, ProfileState state) {
        long start = System.nanoTime();
        sets.prepareProfiles(rule.rules().values(), state, asOf);
        Map<Rule, UserSet> conditions = conditions(rule, asOf, state);
        Map<String, UserSet> places = new HashMap<>();
        rule.rules()
                .forEach((place, part) -> places.put(
                        place, RuleSets.joined(part, condition -> Objects.requireNonNull(conditions.get(condition)))));
        UserSet whole = rule.rule().isPresent() ? Objects.requireNonNull(places.get("")) : state.nobody();
        Map<String, Long> counts = new HashMap<>();
        places.forEach((place, users) -> counts.put(place, (long) users.size()));
        List<UserId> samples = state.samples(whole, SAMPLES);
        return new RuleCounts(
                rule,
                state.size(),
                counts,
                state.net(whole),
                state.windowNet(whole),
                samples,
                asOf,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Map<Rule, UserSet> conditions(RuleReading rule, LocalDate asOf, ProfileState state) {
        Map<Rule, CompletableFuture<UserSet>> asked = new HashMap<>();
        rule.rules().values().stream()
                .filter(part -> !(part instanceof Rule.Group))
                .forEach(condition -> asked.computeIfAbsent(
                        condition, wanted -> pieces.ask(() -> sets.ofCondition(wanted, state, asOf))));
        Map<Rule, UserSet> found = new HashMap<>();
        asked.forEach((condition, answer) -> found.put(condition, SideBySide.answer(answer)));
        return found;
    }
}
