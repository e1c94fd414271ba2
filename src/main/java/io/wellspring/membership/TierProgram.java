package io.wellspring.membership;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of the programme. One draft at a time is edited and then published, to decide from a business date on; what was published
 * never changes, and going back is publishing an earlier version again as a new one.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class TierProgram {

    /** Of a draft that is only begun there is no edition yet. */
    private static final DraftSeen NOTHING_SEEN = new DraftSeen(0, "");

    /** So many years ahead a version may begin: further ahead nobody means it, and it could not be taken back. */
    static final int MOST_YEARS_AHEAD = 5;

    private final ProgrammeStore store;
    private final TieringBatch batch;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Newest first, the draft among them. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<Programme> versions() {
        return store.all();
    }

    @ForOperators
    @Transactional(readOnly = true)
    public Optional<Programme> draft() {
        return versions().stream().filter(Programme::isDraft).findFirst();
    }

    /** The version that decides on a day: the newest whose day has come. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<Programme> decidingOn(LocalDate day) {
        return versions().stream()
                .filter(version ->
                        version.effectiveOn().filter(from -> !from.isAfter(day)).isPresent())
                .findFirst();
    }

    /**
     * A version that was published, and those before it, the newest first.
     *
     * @throws NoSuchProgramme if there is none of that number, or it is a draft
     */
    @ForOperators
    @Transactional(readOnly = true)
    public List<Programme> publishedUpTo(int version) {
        List<Programme> found = versions().stream()
                .filter(one -> one.version() <= version && !one.isDraft())
                .sorted(Comparator.comparing(Programme::version).reversed())
                .toList();
        if (found.isEmpty() || found.getFirst().version() != version) {
            throw new NoSuchProgramme(version);
        }
        return found;
    }

    /** The earliest day a version published now may begin to decide: that of the last evaluation, or any if there was none. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<LocalDate> earliest() {
        return batch.current().map(TieringBatch.Current::asOf);
    }

    /** The draft; made from the newest version, or from the usual programme, if there is none. */
    @ForManagers
    public Programme startDraft() {
        return draft().orElseGet(() -> {
            Optional<Programme> newest = versions().stream().findFirst();
            Programme draft = write(
                    newest.map(Programme::version),
                    newest.map(Programme::terms).orElseGet(ProgrammeTerms::usual),
                    nextVersion(),
                    NOTHING_SEEN);
            trail.record(new DraftAction("started", draft.version()));
            return draft;
        });
    }

    /**
     * Keeps what somebody made of the draft.
     *
     * @throws NoDraft if it is a draft no longer
     * @throws ProgrammeUnclear if two tiers have the same name
     */
    @ForManagers
    public Programme saveDraft(ProgrammeTerms terms) {
        return saveDraft(terms, draft().orElseThrow(NoDraft::new).edition());
    }

    /**
     * Keeps what somebody made of the draft in a form.
     *
     * @throws NoDraft if it is a draft no longer
     * @throws DraftChangedMeanwhile if it was changed otherwise since the form was opened
     * @throws ProgrammeUnclear if two tiers have the same name
     */
    @ForManagers
    public Programme saveDraft(ProgrammeTerms terms, DraftSeen seen) {
        terms.requireNames();
        Programme draft = draft().orElseThrow(NoDraft::new);
        return write(draft.copyOf(), terms, draft.version(), seen);
    }

    /**
     * Adds a tier above all others.
     *
     * @throws ProgrammeUnclear if there are too many
     */
    @ForManagers
    public Programme addTier() {
        Programme draft = draft().orElseThrow(NoDraft::new);
        int number = versions().stream()
                        .flatMap(version -> version.terms().tiers().stream())
                        .mapToInt(Tier::number)
                        .max()
                        .orElse(0)
                + 1;
        return saveDraft(draft.terms().withTierOnTop(number));
    }

    /** Takes a tier away, except the lowest. */
    @ForManagers
    public Programme removeTier(int number) {
        return saveDraft(draft().orElseThrow(NoDraft::new).terms().withoutTier(number));
    }

    /**
     * Throws the draft away.
     *
     * @throws NoDraft if there is none
     */
    @ForManagers
    public void discard() {
        discard(draft().orElseThrow(NoDraft::new).edition());
    }

    /**
     * Throws the draft away as it was seen.
     *
     * @throws NoDraft if there is none
     * @throws DraftChangedMeanwhile if it was changed since
     */
    @ForManagers
    public void discard(DraftSeen seen) {
        int version = draft().orElseThrow(NoDraft::new).version();
        if (!store.discard(seen)) {
            throw changedOrGone();
        }
        trail.record(new DraftAction("discarded", version));
    }

    /**
     * Publishes the draft.
     *
     * @throws NoDraft if there is none
     * @throws ProgrammeUnclear if two tiers have the same name
     * @throws EffectiveTooEarly if it would decide on days before the one that was evaluated last
     * @throws EffectiveTooFar if it would begin further ahead than anybody can mean
     */
    @ForManagers
    public ProgrammePublished publish(LocalDate effectiveOn) {
        return publish(effectiveOn, draft().orElseThrow(NoDraft::new).edition());
    }

    /**
     * Publishes the draft as it was seen.
     *
     * @throws NoDraft if there is none
     * @throws DraftChangedMeanwhile if it was changed since
     * @throws ProgrammeUnclear if two tiers have the same name
     * @throws EffectiveTooEarly if it would decide on days before the one that was evaluated last
     * @throws EffectiveTooFar if it would begin further ahead than anybody can mean
     */
    @ForManagers
    public ProgrammePublished publish(LocalDate effectiveOn, DraftSeen seen) {
        return publish(effectiveOn, seen, Optional.empty());
    }

    private ProgrammePublished publish(LocalDate effectiveOn, DraftSeen seen, Optional<Integer> again) {
        batch.lock();
        earliest().filter(effectiveOn::isBefore).ifPresent(day -> {
            throw new EffectiveTooEarly(day);
        });
        LocalDate latest = clock.today().plusYears(MOST_YEARS_AHEAD);
        if (effectiveOn.isAfter(latest)) {
            throw new EffectiveTooFar(latest);
        }
        Programme draft = draft().orElseThrow(NoDraft::new);
        draft.terms().requireNames();
        if (!store.publish(draft.version(), effectiveOn, seen, staff.get().name(), clock.now())) {
            throw changedOrGone();
        }
        ProgrammePublished published = new ProgrammePublished(draft.version(), effectiveOn, again);
        trail.record(published);
        events.publishEvent(published);
        return published;
    }

    /**
     * Publishes an earlier version again, as a new one.
     *
     * @param seen the newest version whoever asks has seen
     * @throws DraftInTheWay if there is a draft
     * @throws PublishedMeanwhile if there is a newer version by now
     * @throws NoSuchProgramme if there is no such version
     * @throws ProgrammeUnclear if two of its tiers have the same name
     * @throws EffectiveTooEarly if it would decide on days before the one that was evaluated last
     * @throws EffectiveTooFar if it would begin further ahead than anybody can mean
     */
    @ForManagers
    public ProgrammePublished rollBack(int version, int seen, LocalDate effectiveOn) {
        batch.lock();
        draft().ifPresent(draft -> {
            throw new DraftInTheWay(draft.version());
        });
        Programme earlier = publishedUpTo(version).getFirst();
        int newest = nextVersion() - 1;
        if (newest != seen) {
            throw new PublishedMeanwhile(newest);
        }
        Programme again = write(Optional.of(version), earlier.terms(), nextVersion(), NOTHING_SEEN);
        return publish(effectiveOn, again.edition(), Optional.of(version));
    }

    private int nextVersion() {
        return versions().stream().mapToInt(Programme::version).max().orElse(0) + 1;
    }

    private Programme write(Optional<Integer> copyOf, ProgrammeTerms terms, int version, DraftSeen seen) {
        if (!store.saveDraft(version, copyOf, terms, seen, clock.now())) {
            throw changedOrGone();
        }
        return draft().orElseThrow(NoDraft::new);
    }

    private Refusal changedOrGone() {
        return draft().<Refusal>map(draft -> new DraftChangedMeanwhile(draft.version()))
                .orElseGet(NoDraft::new);
    }
}
