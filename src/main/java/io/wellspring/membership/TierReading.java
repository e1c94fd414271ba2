package io.wellspring.membership;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what {@link Tiering} keeps. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class TierReading {

    private static final int MONTHS_BACK = 12;

    private final TierQueries queries;
    private final DraftColumns columns;
    private final ProgrammeStore programmes;
    private final TieringBatch batch;

    /** How many users stand in which tier; empty before the first evaluation. */
    public List<TierCount> counts() {
        return asOf().map(queries::counts).orElse(List.of());
    }

    /** What a version would change, as of the day everybody was evaluated last; empty if nobody was. */
    public Optional<Impact> impact(Programme version) {
        long start = System.nanoTime();
        return asOf().map(asOf -> {
            DraftTrial trial = new DraftTrial(version, programmes.all());
            List<Impact.Move> moves = columns.trying(version.terms(), asOf, stored(version), trial::impact);
            return new Impact(asOf, moves, Duration.ofNanos(System.nanoTime() - start));
        });
    }

    /** Whom a version would move up on its first day, those with the most growth value first. */
    public List<Mover> movers(Programme version, int limit) {
        return tried(version, trial -> trial::movers).stream()
                .sorted(Comparator.comparingLong(Mover::growth)
                        .reversed()
                        .thenComparing(mover -> mover.user().value()))
                .limit(limit)
                .toList();
    }

    /** Who would lose a tier by a version, those with the most growth value first. */
    public List<Faller> fallers(Programme version, int limit) {
        return tried(version, trial -> trial::fallers).stream()
                .sorted(Comparator.comparingLong(Faller::growth)
                        .reversed()
                        .thenComparing(faller -> faller.user().value()))
                .limit(limit)
                .toList();
    }

    /** How growth value is spread: bands between round numbers, with the given thresholds among their edges. */
    public List<GrowthBand> distribution(List<Long> thresholds) {
        TreeSet<Long> edges = new TreeSet<>(thresholds);
        edges.add(0L);
        edges.add(1L);
        long top = Math.max(1000, edges.last());
        for (long step = 1; step <= top; step *= 10) {
            List.of(step, step * 2, step * 5).forEach(edges::add);
        }
        List<Long> sorted =
                edges.stream().filter(edge -> edge <= 1 || edge >= top / 1000).toList();
        Map<Integer, Long> users = queries.growth(sorted);
        List<GrowthBand> bands = new ArrayList<>(IntStream.range(0, sorted.size())
                .mapToObj(i -> new GrowthBand(
                        sorted.get(i),
                        i + 1 < sorted.size() ? sorted.get(i + 1) : 0,
                        users.getOrDefault(i + 1, 0L) + (i == 0 ? users.getOrDefault(0, 0L) : 0)))
                .toList());
        while (bands.size() > 2
                && bands.getLast().users() == 0
                && bands.getLast().from() > top) {
            bands.removeLast();
        }
        return bands;
    }

    /** Who moved between tiers in the twelve months up to the last evaluation. */
    public List<TierFlow> flow() {
        return asOf().map(asOf -> queries.flow(asOf.minusMonths(MONTHS_BACK), asOf))
                .orElse(List.of());
    }

    /** How many stood in which tier at the end of each of the last twelve months that was evaluated. */
    public List<MonthCount> months() {
        return asOf().map(asOf -> queries.months(asOf.minusMonths(MONTHS_BACK))).orElse(List.of());
    }

    /** Where a user stands; empty before the first evaluation. */
    @ForOperatorsAndMembershipTokens
    public Optional<UserStanding> standing(UserId user) {
        return queries.standing(user).flatMap(this::explained);
    }

    /** A user's terms, the latest first. */
    public List<TierTerm> terms(UserId user, int limit) {
        return queries.terms(user, limit);
    }

    /** The tiers a user was given by hand, the latest first, also those another one took the place of. */
    public List<GivenTier> gifts(UserId user, int limit) {
        return queries.gifts(user, limit);
    }

    /** A user's growth value, the latest first. */
    public List<GrowthLine> growth(UserId user, int limit) {
        return queries.growth(user, limit);
    }

    private <T> List<T> tried(
            Programme version, Function<DraftTrial, BiFunction<StandingColumns, FigureColumns, List<T>>> asked) {
        return asOf().map(asOf -> columns.trying(
                        version.terms(), asOf, stored(version), asked.apply(new DraftTrial(version, programmes.all()))))
                .orElse(List.of());
    }

    private Optional<UserStanding> explained(TierQueries.Standing standing) {
        return programmes.all().stream()
                .filter(programme -> programme.version() == standing.version())
                .findFirst()
                .flatMap(programme -> programme
                        .tier(standing.tierId())
                        .map(tier -> new UserStanding(
                                tier,
                                standing.version(),
                                standing.growth(),
                                standing.total(),
                                standing.since(),
                                standing.dueOn(),
                                standing.decideOn(),
                                standing.cause(),
                                programme.terms().tiers().stream()
                                        .filter(other -> other.rank() == tier.rank() + 1)
                                        .findFirst())));
    }

    /** Whether the figures of the last evaluation are of the window a version counts. */
    boolean stored(Programme version) {
        Optional<Programme> current = batch.current()
                .flatMap(made -> programmes.all().stream()
                        .filter(programme -> programme.version() == made.version())
                        .findFirst());
        return current.filter(
                        made -> made.terms().reach().equals(version.terms().reach())
                                && (made.terms().asksForActiveDays()
                                        || !version.terms().triesActiveDays()))
                .isPresent();
    }

    private Optional<LocalDate> asOf() {
        return batch.current().map(TieringBatch.Current::asOf);
    }
}
