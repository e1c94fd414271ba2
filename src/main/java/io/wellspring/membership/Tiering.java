package io.wellspring.membership;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who holds which tier: up at once, down only on the day a term is decided. Facts count up to the end of the business day asked for;
 * a term is decided by the facts before its own day, so it does not matter on which night that is found out. Evaluating a day again changes
 * nothing; evaluating an earlier one takes back what was decided after it.
 */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class Tiering {

    /** How far back the first evaluation goes. */
    static final int MOST_MONTHS = 36;

    private final ProgrammeStore programmes;
    private final TieringBatch batch;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Brings the ledger of growth value in line with all facts, and forgets who is gone. */
    @ForManagers
    public void postGrowth() {
        batch.begin();
        batch.deleteGone();
        if (!batch.reigns().isEmpty()) {
            log.info("Growth value: {} entries written", batch.postGrowth());
        }
    }

    /** Brings the ledger in line with the facts of the users one intake touched. */
    @ForManagers
    public void postGrowth(long intakeId) {
        batch.begin();
        if (!batch.reigns().isEmpty()) {
            log.info("Growth value of intake {}: {} entries written", intakeId, batch.postGrowth(intakeId));
        }
    }

    /**
     * Evaluates everybody as of a business day. While nobody holds a tier, the ends of the months before it are gone through, back to the day on which the
     * first version began to decide, so that terms run as if the programme had been there: at most {@value #MOST_MONTHS} of them.
     */
    @ForManagers
    public Optional<TiersEvaluated> catchUp(LocalDate asOf) {
        if (batch.standingVersion().isEmpty()) {
            batch.reigns().stream().findFirst().ifPresent(first -> {
                LocalDate from = asOf.minusMonths(MOST_MONTHS).isAfter(first.from())
                        ? asOf.minusMonths(MOST_MONTHS)
                        : first.from();
                for (YearMonth month = YearMonth.from(from);
                        month.atEndOfMonth().isBefore(asOf);
                        month = month.plusMonths(1)) {
                    decide(month.atEndOfMonth(), false);
                }
            });
        }
        return evaluate(asOf);
    }

    /** Evaluates everybody as of a business day; by no version, nobody. */
    @ForManagers
    public Optional<TiersEvaluated> evaluate(LocalDate asOf) {
        return decide(asOf, true);
    }

    /** @param last whether no later day follows at once, so that what is coming is worth working out */
    private Optional<TiersEvaluated> decide(LocalDate asOf, boolean last) {
        long start = System.nanoTime();
        batch.begin();
        if (batch.current().filter(current -> current.asOf().isAfter(asOf)).isPresent()) {
            batch.rewind(asOf);
        }
        List<TieringBatch.Reign> reigns = batch.reigns();
        Optional<TieringBatch.Reign> deciding =
                reigns.stream().filter(reign -> !reign.from().isAfter(asOf)).reduce((earlier, later) -> later);
        if (deciding.isEmpty()) {
            return Optional.empty();
        }
        Programme programme = version(deciding.get().version());
        Map<TierCause, Long> changes = new EnumMap<>(TierCause.class);
        follow(reigns, asOf, changes);
        batch.tellGranted(programme.version(), asOf, UserSpan.ALL);
        settle(asOf, asOf, changes);
        batch.decideManual(programme.version(), asOf);
        write(changes);
        batch.computeFigures(programme, asOf);
        if (batch.hasTerms()) {
            batch.decideMoves(programme.version(), asOf);
            write(changes);
            batch.saveGrowth();
        } else {
            long begun = batch.begin(programme.version(), asOf);
            if (begun > 0) {
                changes.put(TierCause.START, begun);
            }
        }
        settle(asOf, asOf, changes);
        if (last) {
            batch.forecast(programme.version(), asOf, UserSpan.ALL);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        batch.finish(asOf, programme.version(), took);
        TiersEvaluated evaluated = new TiersEvaluated(asOf, programme.version(), changes);
        events.publishEvent(evaluated);
        log.info("Tiers as of {} by version {}: {}", asOf, programme.version(), changes);
        return Optional.of(evaluated);
    }

    /** When and by what everybody was evaluated last. */
    @ForOperatorsAndMembershipTokens
    @Transactional(readOnly = true)
    public Optional<CurrentTiers> current() {
        return batch.current()
                .map(current ->
                        new CurrentTiers(current.asOf(), current.version(), current.refreshedAt(), current.took()));
    }

    /** How many users, at most {@code limit}, have a standing other than history and ledger say, or a forecast other than what they did comes to; none unless something is broken. */
    @ForOperators
    @Transactional(readOnly = true)
    public int drift(int limit) {
        return batch.current()
                .map(current -> {
                    CountingWindow window = version(current.version()).terms().reach();
                    return batch.drift(current.asOf(), current.version(), window.firstDay(current.asOf()), limit)
                            .size();
                })
                .orElse(0);
    }

    /** Goes through the versions that began to decide since, in their order: what was due before each is decided by the one before. */
    private void follow(List<TieringBatch.Reign> reigns, LocalDate asOf, Map<TierCause, Long> changes) {
        Optional<Integer> standing = batch.standingVersion();
        if (standing.isEmpty()) {
            return;
        }
        int deciding = standing.get();
        LocalDate last = batch.current().map(TieringBatch.Current::asOf).orElse(LocalDate.MIN);
        for (TieringBatch.Reign reign : reigns) {
            if (reign.version() > standing.get() && !reign.from().isAfter(asOf)) {
                LocalDate day = reign.from().isBefore(last) ? last : reign.from();
                batch.tellGranted(deciding, asOf, UserSpan.ALL);
                settle(day.minusDays(1), asOf, changes);
                batch.decideProgramme(reign.version(), day);
                write(changes);
                deciding = reign.version();
            }
        }
    }

    /** Decides on what is due and on what begins to be paid for, one after the other. */
    private void settle(LocalDate until, LocalDate asOf, Map<TierCause, Long> changes) {
        while (batch.decideNext(until, asOf, UserSpan.ALL) > 0) {
            write(changes);
        }
    }

    private void write(Map<TierCause, Long> changes) {
        batch.write().forEach((cause, users) -> changes.merge(cause, users, Long::sum));
    }

    private Programme version(int version) {
        return programmes.all().stream()
                .filter(programme -> programme.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchProgramme(version));
    }
}
