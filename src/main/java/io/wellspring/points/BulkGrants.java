package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.StaffMember;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points for many users at once. Who gets them is kept when it is asked for; the giving is background work. What one manager grants on one
 * business day stands at once as long as it is within {@link PointsTerms#grantLimit()}, all users together, and no user gets more by it than
 * the manager may adjust one user by; what goes beyond waits until another manager approves or declines.
 */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class BulkGrants {

    private final GrantBatch batch;
    private final GivingLimits givingLimits;
    private final PointsSettings settings;
    private final JobRunner jobs;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /**
     * What a grant would do; nothing is kept.
     *
     * @throws PointsOutOfRange if it is more than any ledger keeps
     * @throws ExpiresBeforeItBegins if the last day is over
     */
    public GrantRehearsal rehearse(GrantTerms terms, Grantees to) {
        terms.requireLater(clock.today());
        batch.gather(to.users());
        return counted(terms);
    }

    /**
     * Asks for a grant: it begins at once in the background, or waits for a second manager.
     *
     * @param form tells one form from the next: the same one sent twice is one grant
     * @param seen how many users the rehearsal told of
     * @return its number
     * @throws GranteesChanged if it would be others by now, or nobody
     * @throws PointsOutOfRange if it is more than any ledger keeps
     * @throws ExpiresBeforeItBegins if the last day is over
     */
    public long grant(UUID form, GrantTerms terms, Grantees to, long seen) {
        Optional<Long> sent = batch.ofForm(form);
        if (sent.isPresent()) {
            return sent.get();
        }
        terms.requireLater(clock.today());
        givingLimits.hold(staff.get());
        batch.gather(to.users());
        batch.oneAfterTheOther();
        GrantRehearsal now = counted(terms);
        if (now.users() == 0 || now.users() != seen) {
            throw new GranteesChanged(seen, now.users());
        }
        BulkGrant.State state = now.waits() ? BulkGrant.State.WAITING : BulkGrant.State.QUEUED;
        Optional<Long> number = batch.insert(form, terms, to, now.users(), state, staff.get(), moment());
        if (number.isEmpty()) {
            return batch.ofForm(form).orElseThrow();
        }
        BulkGrant grant = find(number.get());
        record(now.waits() ? "grant-requested" : "granted", grant);
        if (!now.waits()) {
            begin(grant);
        }
        return grant.id();
    }

    /**
     * Lets happen what another manager asked for.
     *
     * @throws UnknownGrant if there is no such grant
     * @throws GrantDecided if it does not wait
     * @throws OwnGrant if who approves asked for it
     * @throws ExpiresBeforeItBegins if the last day is over by now
     */
    public void approve(long id) {
        BulkGrant grant = waiting(id);
        grant.terms().requireLater(clock.today());
        batch.decide(id, BulkGrant.State.QUEUED, "", staff.get(), moment());
        record("grant-approved", grant);
        begin(grant);
    }

    /**
     * Refuses what another manager asked for.
     *
     * @param why what who asked for it reads
     * @throws ReasonMissing if nobody says why
     * @throws UnknownGrant if there is no such grant
     * @throws GrantDecided if it does not wait
     * @throws OwnGrant if who declines asked for it
     */
    public void decline(long id, String why) {
        String said = Cause.said(why);
        BulkGrant grant = waiting(id);
        batch.decide(id, BulkGrant.State.DECLINED, said, staff.get(), moment());
        batch.forgetUsers(id);
        Map<String, Object> facts = new HashMap<>(facts(grant));
        facts.put("declined-because", said);
        trail.record(new GrantAction("grant-declined", id, facts));
    }

    /**
     * Keeps a grant from happening.
     *
     * @throws UnknownGrant if there is no such grant
     * @throws GrantDecided if it has begun, or will not happen anyway
     */
    public void cancel(long id) {
        BulkGrant grant = hold(id);
        if (!grant.state().canBeCancelled()) {
            throw new GrantDecided(id);
        }
        batch.withdraw(id, BulkGrant.State.CANCELLED, staff.get(), moment());
        batch.forgetUsers(id);
        record("grant-cancelled", grant);
    }

    /**
     * Takes back, in the background, what users have left of a grant. What they spent stays spent, and nobody owes it.
     *
     * @throws UnknownGrant if there is no such grant
     * @throws GrantDecided if it is not done, or was taken back
     */
    public void takeBack(long id) {
        BulkGrant grant = hold(id);
        if (grant.state() != BulkGrant.State.DONE) {
            throw new GrantDecided(id);
        }
        batch.withdraw(id, BulkGrant.State.TAKING_BACK, staff.get(), moment());
        record("grant-taken-back", grant);
        begin(grant);
    }

    /** All grants, the latest first. */
    @Transactional(readOnly = true)
    public Slice<BulkGrant> all(int page, int size) {
        return batch.list(Optional.empty(), page, size, staff.get().id());
    }

    /** Those that wait for a second manager, the latest first. */
    @Transactional(readOnly = true)
    public Slice<BulkGrant> waiting(int page, int size) {
        return batch.list(
                Optional.of(BulkGrant.State.WAITING), page, size, staff.get().id());
    }

    /** @throws UnknownGrant if there is no such grant */
    @Transactional(readOnly = true)
    public BulkGrant find(long id) {
        return batch.find(id, staff.get().id()).orElseThrow(() -> new UnknownGrant(id));
    }

    /** Its users by number, with what each has of it; nobody where it was declined or cancelled. */
    @Transactional(readOnly = true)
    public Slice<Grantee> users(BulkGrant grant, int page, int size) {
        return batch.users(grant, page, size);
    }

    /** The work that gives a grant or takes it back, if it was asked for. */
    @Transactional(readOnly = true)
    public Optional<JobRun> run(long id) {
        return jobs.latest(GrantJob.NAME, subject(id));
    }

    private void begin(BulkGrant grant) {
        jobs.submit(GrantJob.NAME, subject(grant.id()), Long.toString(grant.id()));
    }

    private GrantRehearsal counted(GrantTerms terms) {
        GrantBatch.Counted counted = batch.count(terms.amount());
        Points all = terms.forAll(counted.users());
        return new GrantRehearsal(
                counted.chosen(),
                counted.users(),
                all,
                counted.debtors(),
                new Points(counted.settled()),
                goesBeyond(terms, all));
    }

    private boolean goesBeyond(GrantTerms terms, Points all) {
        StaffMember by = staff.get();
        PointsTerms limits = settings.terms();
        GrantBatch.Moment now = moment();
        return batch.granted(by, now.day()) + all.value() > limits.grantLimit()
                || batch.mostGiven(by, now.day()) + terms.amount().value() > limits.adjustmentLimit();
    }

    private BulkGrant waiting(long id) {
        BulkGrant grant = hold(id);
        if (grant.state() != BulkGrant.State.WAITING) {
            throw new GrantDecided(id);
        }
        if (grant.own()) {
            throw new OwnGrant();
        }
        return grant;
    }

    private BulkGrant hold(long id) {
        batch.lock(id);
        return find(id);
    }

    private GrantBatch.Moment moment() {
        return new GrantBatch.Moment(clock.now(), clock.today());
    }

    private void record(String verb, BulkGrant grant) {
        trail.record(new GrantAction(verb, grant.id(), facts(grant)));
    }

    private static Map<String, Object> facts(BulkGrant grant) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("grant-name", grant.terms().name());
        facts.put("points-each", grant.terms().amount().value());
        facts.put("users", grant.users());
        facts.put("grantees", grant.chosen().name());
        if (!grant.whom().english().isEmpty()) {
            facts.put("whom", grant.whom().english());
            facts.put("whom-zh", grant.whom().chinese());
        }
        facts.put(
                "good-through", grant.terms().lastDay().map(LocalDate::toString).orElse("for-good"));
        facts.put("reason", grant.terms().reason());
        facts.put("requested-by", grant.requested().by());
        return facts;
    }

    static String subject(long grant) {
        return "grant " + grant;
    }

    record GrantAction(String verb, long grant, Map<String, ?> after) implements Audited {

        @Override
        public String action() {
            return "points." + verb;
        }

        @Override
        public String subject() {
            return BulkGrants.subject(grant);
        }
    }
}
