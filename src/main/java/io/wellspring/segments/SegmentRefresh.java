package io.wellspring.segments;

import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileColumnStore;
import io.wellspring.profiles.UserSet;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForOperators;
import io.wellspring.tags.TagFeeding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the members of dynamic segments up to date: only who came and who went is written. A rule that speaks of something that is gone
 * pauses its segment, which keeps its members; it never widens. One that fails keeps its members too, and the others go on.
 */
@Slf4j
@Service
@ForOperators
@RequiredArgsConstructor
public class SegmentRefresh {

    private final Segments segments;
    private final SegmentQueries queries;
    private final ProfileColumnStore columns;
    private final RuleSets sets;
    private final SegmentBatch batch;
    private final MemberSets members;
    private final RuleDesk rules;
    private final TagFeeding tags;
    private final MetricsRefresh metrics;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final SideBySide sideBySide;

    /**
     * Brings all up to date, each after those its rule builds on, each in a transaction of its own; those that do not build on each
     * other several at a time.
     *
     * @throws SegmentsFailed if some could not be, after all were tried
     */
    public void refreshAll() {
        long start = System.nanoTime();
        prepare();
        long prepared = System.nanoTime();
        List<List<Long>> rounds = transaction.execute(status -> rounds());
        int failed = 0;
        int tried = 0;
        for (List<Long> round : rounds) {
            List<Supplier<Boolean>> each = new ArrayList<>();
            round.forEach(segment -> each.add(() -> tried(segment)));
            failed += Collections.frequency(sideBySide.all(each), false);
            tried += round.size();
        }
        log.info(
                "Segments: {} brought up to date in {} ms, after {} ms in which was read what their rules ask",
                tried - failed,
                (System.nanoTime() - prepared) / 1_000_000,
                (prepared - start) / 1_000_000);
        if (failed > 0) {
            throw new SegmentsFailed(failed, tried);
        }
    }

    /** Those put away come last: they only lose who is no user any more. */
    private List<List<Long>> rounds() {
        List<List<Long>> rounds = new ArrayList<>(queries.graph().inRounds());
        rounds.add(queries.list(true).stream().map(SegmentView::id).toList());
        return rounds;
    }

    /** What all rules ask of profiles is read in one pass, and what they ask of each kind of history in another. */
    private void prepare() {
        List<Rule> conditions = rules.conditions();
        metrics.current()
                .map(CurrentFigures::asOf)
                .ifPresent(asOf -> columns.reading(state -> sideBySide.all(List.of(
                        () -> sets.prepareProfiles(conditions, state, asOf),
                        () -> sets.prepareHistories(conditions, state, asOf)))));
    }

    /**
     * Brings one up to date.
     *
     * @throws NoSuchSegment if there is none
     */
    public void refresh(long segment) {
        transaction.executeWithoutResult(status -> refreshHeld(segment));
    }

    private boolean tried(long segment) {
        try {
            refresh(segment);
            return true;
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("Segment {} could not be brought up to date, reference {}", segment, reference, e);
            transaction.executeWithoutResult(status -> batch.saveError(segment, reference));
            return false;
        }
    }

    private void refreshHeld(long id) {
        batch.begin(id);
        Segment segment = segments.findById(id).orElseThrow(() -> new NoSuchSegment(id));
        if (segment.getState() == SegmentState.ARCHIVED || segment.getKind() == SegmentKind.STATIC) {
            keep(id);
            return;
        }
        Optional<CurrentFigures> current = metrics.current();
        if (current.isEmpty()) {
            return;
        }
        RuleReading reading = rules.read(RuleJson.read(segment.getRule()), Optional.of(id));
        Optional<Rule> rule = reading.rule();
        if (rule.isEmpty()) {
            pause(segment, reading);
            keep(id);
            return;
        }
        segment.resume();
        follow(segment, rule.get(), current.get().asOf());
    }

    /** Nothing decides who is a member but that members are users; who has no profile may be none. */
    private void keep(long segment) {
        queries.version(segment)
                .map(members::of)
                .ifPresent(users -> columns.reading(state -> {
                    batch.sweep(segment, users.where(user -> state.place(user) < 0));
                    return users;
                }));
        batch.recount(segment);
    }

    private void follow(Segment segment, Rule rule, LocalDate asOf) {
        long id = segment.getId();
        long start = System.nanoTime();
        Instant when = clock.now();
        SegmentBatch.Change change = columns.reading(state -> {
            UserSet satisfying = sets.of(rule, state, asOf);
            UserNumbers users = UserNumbers.of(taker -> state.users(satisfying).forEach(taker));
            Optional<MemberVersion> before = queries.version(id);
            SegmentBatch.Change made =
                    batch.replace(id, before.map(members::of).orElseGet(UserNumbers::none), users, when);
            UUID revision = batch.saveRefresh(id, when, asOf, made, (System.nanoTime() - start) / 1_000_000);
            if (made.members() == users.size()) {
                long handovers = before.map(MemberVersion::handovers).orElse(0L);
                members.keep(new MemberVersion(id, revision, handovers), users);
            }
            return made;
        });
        if (segment.getFeedsTag() != null && change.entered() + change.gone() > 0) {
            tags.feed(
                    segment.getFeedsTag(),
                    id,
                    taker -> queries.passed(id, when, true, taker),
                    taker -> queries.passed(id, when, false, taker),
                    when);
        }
    }

    private static void pause(Segment segment, RuleReading reading) {
        Fault fault = reading.faults().values().stream()
                .filter(Fault::isLoss)
                .findFirst()
                .orElseGet(() -> reading.faults().values().iterator().next());
        segment.pause(fault);
        log.warn("Segment {} is paused: {}", segment.getId(), fault);
    }
}
