package io.wellspring.membership;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagersAndMembershipTokens;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what happens to paid memberships: started, renewed, lapsed, refunded. While a term covers a business day, the user holds at least the
 * tier that was bought. Each is written once under its key; the same again has the same answer. A day may lie up to {@value #YEARS_BACK} years
 * before the day everybody was evaluated last, and not ahead of both that day and today.
 */
@Service
@ForOperatorsAndMembershipTokens
@Transactional
@RequiredArgsConstructor
public class PaidMembership {

    static final int YEARS_BACK = 3;
    static final int LONGEST_KEY = 190;

    private final PaidBatch batch;
    private final PlanStore plans;
    private final TieringBatch tiering;
    private final StandingAnew anew;
    private final UserDirectory users;
    private final UserMerging merging;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    private record PaidAction(PaidFact fact, String plan, Optional<String> reason) implements Audited {

        @Override
        public String action() {
            return "tiers.membership-"
                    + switch (fact.kind()) {
                        case START -> "started";
                        case RENEW -> "renewed";
                        case LAPSE -> "lapsed";
                        case REFUND -> "refunded";
                    };
        }

        @Override
        public String subject() {
            return "user " + fact.user();
        }

        @Override
        public Map<String, ?> after() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("plan", plan);
            facts.put("day", fact.day().toString());
            facts.put("amount", fact.amount());
            fact.until().map(end -> end.minusDays(1)).ifPresent(last -> facts.put("last-day", last.toString()));
            reason.ifPresent(why -> facts.put("reason", why));
            return facts;
        }
    }

    /**
     * Starts a membership on a day, at the price of the plan.
     *
     * @throws UnknownPlan if there is no such plan
     * @throws PlanRetired if it is sold no more
     * @throws MembershipRuns if the user has it on that day, or from a later one on
     * @throws PaidDayOutOfRange if the day is ahead or too far back
     * @throws PaidKeyTaken if the key stands for something else
     */
    public PaidFact start(UserId asked, long planId, LocalDate day, String key) {
        UserId user = hold(asked);
        return before(key, user, PaidKind.START, day)
                .filter(fact -> same(fact, fact.plan() == planId, key))
                .orElseGet(() -> {
                    Plan plan = plans.find(planId).orElseThrow(() -> new UnknownPlan(planId));
                    if (!plan.onSale()) {
                        throw new PlanRetired(plan.terms().nameEn());
                    }
                    latest(user, planId)
                            .filter(term -> term.coversAnyDay() && term.until().isAfter(day))
                            .ifPresent(term -> {
                                throw new MembershipRuns(term.until().minusDays(1));
                            });
                    return write(key, paying(user, PaidKind.START, plan, day, day, day), plan);
                });
    }

    /**
     * Renews a membership: from its end on if it runs, else from the day on; at the price the plan has now. Terms that follow one another
     * end on the same day of the month, where the month has it.
     *
     * @param renewed the term it goes on from, as whoever asks has seen it
     * @throws UnknownPaidTerm if the user never had the plan
     * @throws TermRenewedAlready if another term of the plan follows that one already
     * @throws PaidDayOutOfRange if the day is ahead or too far back
     * @throws PaidKeyTaken if the key stands for something else
     */
    public PaidFact renew(UserId asked, long planId, long renewed, LocalDate day, String key) {
        return renew(asked, planId, Optional.of(renewed), day, key);
    }

    /** Renews a membership, whichever term of it is the latest; {@link #renew(UserId, long, long, LocalDate, String)} says more. */
    public PaidFact renew(UserId asked, long planId, LocalDate day, String key) {
        return renew(asked, planId, Optional.empty(), day, key);
    }

    private PaidFact renew(UserId asked, long planId, Optional<Long> renewed, LocalDate day, String key) {
        UserId user = hold(asked);
        return before(key, user, PaidKind.RENEW, day)
                .filter(fact -> same(fact, fact.plan() == planId, key))
                .orElseGet(() -> {
                    Plan plan = plans.find(planId).orElseThrow(() -> new UnknownPlan(planId));
                    PaidTerm last = latest(user, planId).orElseThrow(() -> new UnknownPaidTerm(planId));
                    if (renewed.filter(term -> term != last.id()).isPresent()) {
                        throw new TermRenewedAlready(last.until().minusDays(1));
                    }
                    LocalDate from = last.coversAnyDay() && last.until().isAfter(day) ? last.until() : day;
                    return write(key, paying(user, PaidKind.RENEW, plan, day, from, began(user, planId, from)), plan);
                });
    }

    /**
     * Ends a term on a day, from which on it no longer covers; nothing is given back.
     *
     * @throws UnknownPaidTerm if the user has no such term
     * @throws PaidTermOver if it is over on that day
     * @throws GivenWithoutReason if nobody says why
     */
    public PaidFact lapse(UserId asked, long term, LocalDate day, String reason, String key) {
        UserId user = hold(asked);
        String why = GivenByHand.reason(reason);
        return before(key, user, PaidKind.LAPSE, day)
                .filter(fact -> same(fact, fact.term() == term, key))
                .orElseGet(() -> {
                    PaidTerm ended = term(user, term);
                    if (!ended.goesOnAfter(day)) {
                        throw new PaidTermOver(ended.until().minusDays(1));
                    }
                    return write(key, ending(user, PaidKind.LAPSE, ended, day, Money.ZERO, why), plan(ended));
                });
    }

    /**
     * Gives back what was paid for a term, or part of it; if the term still runs or is to come, it ends on the day. Money goes out, so
     * managers do it, or the system that sold the term.
     *
     * @throws UnknownPaidTerm if the user has no such term
     * @throws RefundOutOfRange if it is nothing, or more than is left of what was paid
     * @throws PaidDayOutOfRange if the day is ahead or too far back
     * @throws GivenWithoutReason if nobody says why
     */
    @ForManagersAndMembershipTokens
    public PaidFact refund(UserId asked, long term, LocalDate day, Money amount, String reason, String key) {
        UserId user = hold(asked);
        String why = GivenByHand.reason(reason);
        return before(key, user, PaidKind.REFUND, day)
                .filter(fact -> same(fact, fact.term() == term && fact.amount().equals(amount), key))
                .orElseGet(() -> {
                    PaidTerm ended = term(user, term);
                    if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(ended.kept()) > 0) {
                        throw new RefundOutOfRange(ended.kept());
                    }
                    return write(key, ending(user, PaidKind.REFUND, ended, day, amount, why), plan(ended));
                });
    }

    /** Writes something under a key, and tells whether it was written before: who waited for another to write it is told so too. */
    public Answered<PaidFact> once(String key, Supplier<PaidFact> writing) {
        tiering.lock();
        boolean again = batch.fact(key).isPresent();
        return new Answered<>(writing.get(), again);
    }

    /**
     * The start or the renewal that is written under a key.
     *
     * @throws UnknownPaidTerm if there is none
     */
    @Transactional(readOnly = true)
    public PaidFact under(String key) {
        return batch.fact(key).filter(fact -> fact.from().isPresent()).orElseThrow(() -> new UnknownPaidTerm(0));
    }

    /** One writer at a time, of evaluations too; who was merged is who stands for them. */
    private UserId hold(UserId asked) {
        tiering.lock();
        UserId user = merging.survivorOf(asked).orElse(asked);
        if (!users.exists(user)) {
            throw new UnknownUser(asked);
        }
        return user;
    }

    private Optional<PaidFact> before(String key, UserId user, PaidKind kind, LocalDate day) {
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadablePaidKey(LONGEST_KEY);
        }
        Optional<PaidFact> fact = batch.fact(key);
        fact.ifPresent(one -> same(
                one, one.user().equals(user) && one.kind() == kind && one.day().equals(day), key));
        if (fact.isEmpty()) {
            requireRange(day);
        }
        return fact;
    }

    private static boolean same(PaidFact fact, boolean same, String key) {
        if (!same) {
            throw new PaidKeyTaken(key);
        }
        return true;
    }

    private void requireRange(LocalDate day) {
        LocalDate latest = latestDay();
        LocalDate earliest = earlierOf(asOf(), clock.today()).minusYears(YEARS_BACK);
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            throw new PaidDayOutOfRange(earliest, latest);
        }
    }

    private LocalDate latestDay() {
        return earlierOf(asOf(), clock.today()).equals(asOf()) ? clock.today() : asOf();
    }

    private LocalDate asOf() {
        return tiering.current().map(TieringBatch.Current::asOf).orElseGet(clock::today);
    }

    private static LocalDate earlierOf(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Of all that is on record, the term of a plan that ends last. */
    private Optional<PaidTerm> latest(UserId user, long plan) {
        return batch.terms(user, latestDay()).stream()
                .filter(term -> term.planId() == plan)
                .max(PaidTerm.LATEST);
    }

    /** On which day a membership began that goes on without a gap to a day; that day itself if none does. */
    private LocalDate began(UserId user, long plan, LocalDate upTo) {
        Map<LocalDate, LocalDate> beginnings = batch.terms(user, latestDay()).stream()
                .filter(term -> term.planId() == plan
                        && term.endedBy().isEmpty()
                        && term.until().isAfter(term.from()))
                .collect(Collectors.toMap(PaidTerm::until, PaidTerm::from, (one, other) -> one));
        LocalDate began = upTo;
        while (beginnings.containsKey(began)) {
            began = beginnings.get(began);
        }
        return began;
    }

    private PaidTerm term(UserId user, long term) {
        return batch.terms(user, latestDay()).stream()
                .filter(one -> one.id() == term)
                .findFirst()
                .orElseThrow(() -> new UnknownPaidTerm(term));
    }

    private Plan plan(PaidTerm term) {
        return plans.find(term.planId()).orElseThrow(() -> new UnknownPlan(term.planId()));
    }

    private static PaidBatch.Writing paying(
            UserId user, PaidKind kind, Plan plan, LocalDate day, LocalDate from, LocalDate began) {
        return new PaidBatch.Writing(
                user,
                kind,
                Optional.empty(),
                plan.id(),
                plan.terms().tierNumber(),
                day,
                Optional.of(from),
                Optional.of(plan.terms().term().after(from, began)),
                plan.terms().price(),
                Optional.empty());
    }

    private static PaidBatch.Writing ending(
            UserId user, PaidKind kind, PaidTerm term, LocalDate day, Money amount, String reason) {
        return new PaidBatch.Writing(
                user,
                kind,
                Optional.of(term.id()),
                term.planId(),
                term.tierNumber(),
                day,
                Optional.empty(),
                Optional.empty(),
                amount,
                Optional.of(reason));
    }

    private PaidFact write(String key, PaidBatch.Writing writing, Plan plan) {
        batch.insert(key, writing, staff.name().orElse("system"), clock.now());
        PaidFact fact = batch.fact(key).orElseThrow(() -> new PaidKeyTaken(key));
        trail.record(new PaidAction(fact, plan.terms().nameEn(), writing.reason()));
        anew.of(writing.user());
        return fact;
    }
}
