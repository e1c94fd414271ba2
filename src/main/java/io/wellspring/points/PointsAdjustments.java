package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adjustments by managers. What one manager adjusts one user by on one business day, up and down together, stands at once as long as it is
 * within the limit ({@link PointsTerms#adjustmentLimit()}); what goes beyond it waits until another manager approves or declines.
 */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class PointsAdjustments {

    private final PointsLedger ledger;
    private final PointsSettings settings;
    private final AdjustmentBatch batch;
    private final GivingLimits givingLimits;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /** What became of what was asked for. */
    public enum Outcome {
        DONE,
        WAITS
    }

    /**
     * Adjusts a user's points, or asks for it.
     *
     * @param form tells one form from the next: the same one sent twice is one adjustment
     * @param lastDay until when points given can be spent; empty is for good
     * @throws ReasonMissing if nobody says why
     * @throws PointsOutOfRange if it changes nothing
     * @throws InsufficientPoints if it would take more than there is
     * @throws ExpiresBeforeItBegins if the last day is over
     * @throws io.wellspring.users.UnknownUser if there is no such user
     */
    public Outcome adjust(UserId asked, UUID form, Points amount, Optional<LocalDate> lastDay, String reason) {
        givingLimits.hold(staff.get());
        UserId user = ledger.hold(asked);
        LocalDate today = clock.today();
        BusinessKey key = new BusinessKey("adjustment:" + form);
        Adjustment adjustment = new Adjustment(user, amount, key, today, ExpiryPolicy.of(lastDay), reason.strip());
        if (batch.has(form)) {
            return Outcome.WAITS;
        }
        if (ledger.stands(key)) {
            ledger.adjust(adjustment);
            return Outcome.DONE;
        }
        long done = batch.adjusted(user, staff.get(), today);
        if (done + Math.abs(amount.value()) <= settings.terms().adjustmentLimit()) {
            ledger.adjust(adjustment);
            record("adjusted", user, Map.of("points", amount.value(), "reason", adjustment.reason()));
            return Outcome.DONE;
        }
        adjustment.expiry().lastDay(today);
        if (!amount.isPositive()) {
            requireBalance(user, amount.negated(), today);
        }
        batch.insert(user, form, amount, adjustment.reason(), lastDay, staff.get(), clock.now());
        record("adjustment-requested", user, Map.of("points", amount.value(), "reason", adjustment.reason()));
        return Outcome.WAITS;
    }

    /**
     * Does what another manager asked for.
     *
     * @throws UnknownRequest if there is no such request
     * @throws DecidedAlready if somebody decided already
     * @throws RequestWithdrawn if it was withdrawn
     * @throws OwnRequest if who approves asked for it
     * @throws InsufficientPoints if it would take more than there is by now; it then goes on waiting
     */
    public void approve(long request) {
        batch.userOf(request).ifPresent(ledger::hold);
        AdjustmentBatch.Row row = undecided(request);
        LocalDate today = clock.today();
        ledger.adjust(new Adjustment(
                row.user(),
                row.amount(),
                new BusinessKey("adjustment-request:" + request),
                today,
                ExpiryPolicy.of(row.lastDay()),
                row.reason()));
        batch.decide(row.id(), AdjustmentRequest.State.APPROVED, "", staff.get(), clock.now());
        record("adjustment-approved", row.user(), facts(row));
    }

    /**
     * Refuses what another manager asked for.
     *
     * @param why what who asked for it reads
     * @throws ReasonMissing if nobody says why
     * @throws UnknownRequest if there is no such request
     * @throws DecidedAlready if somebody decided already
     * @throws RequestWithdrawn if it was withdrawn
     * @throws OwnRequest if who declines asked for it
     */
    public void decline(long request, String why) {
        String said = Cause.said(why);
        AdjustmentBatch.Row row = undecided(request);
        batch.decide(row.id(), AdjustmentRequest.State.DECLINED, said, staff.get(), clock.now());
        Map<String, Object> facts = new HashMap<>(facts(row));
        facts.put("declined-because", said);
        record("adjustment-declined", row.user(), facts);
    }

    /**
     * Takes back what one asked for.
     *
     * @throws UnknownRequest if there is no such request
     * @throws DecidedAlready if somebody decided already
     * @throws RequestWithdrawn if it was withdrawn
     * @throws RequestOfAnother if somebody else asked for it
     */
    public void withdraw(long request) {
        AdjustmentBatch.Row row = open(request);
        if (row.requestedBy() != staff.get().id()) {
            throw new RequestOfAnother(row.requestedByName());
        }
        batch.decide(row.id(), AdjustmentRequest.State.WITHDRAWN, "", staff.get(), clock.now());
        record("adjustment-withdrawn", row.user(), facts(row));
    }

    /** What waits, the latest first. */
    @Transactional(readOnly = true)
    public Slice<AdjustmentRequest> waiting(int page, int size) {
        long asking = staff.get().id();
        return batch.requests(true, page, size).map(row -> row.request(asking));
    }

    /** What waits for one user, the latest first. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<AdjustmentRequest> waiting(UserId user) {
        long asking = staff.get().id();
        return batch.waiting(user).stream().map(row -> row.request(asking)).toList();
    }

    /** What was decided or withdrawn, the latest request first. */
    @Transactional(readOnly = true)
    public Slice<AdjustmentRequest> decided(int page, int size) {
        long asking = staff.get().id();
        return batch.requests(false, page, size).map(row -> row.request(asking));
    }

    /** How many wait. */
    @Transactional(readOnly = true)
    public long waiting() {
        return batch.count(true);
    }

    private void requireBalance(UserId user, Points amount, LocalDate day) {
        Balance balance = ledger.balance(user, day);
        if (balance.available().compareTo(amount) < 0) {
            throw new InsufficientPoints(amount, balance);
        }
    }

    /** What waits for a decision of whoever is asking. */
    private AdjustmentBatch.Row undecided(long request) {
        AdjustmentBatch.Row row = open(request);
        if (row.requestedBy() == staff.get().id()) {
            throw new OwnRequest();
        }
        return row;
    }

    private AdjustmentBatch.Row open(long request) {
        AdjustmentBatch.Row row = batch.lock(request).orElseThrow(() -> new UnknownRequest(request));
        if (row.state() == AdjustmentRequest.State.WITHDRAWN) {
            throw new RequestWithdrawn(row.requestedByName());
        }
        if (row.decision().isPresent()) {
            throw new DecidedAlready(row.decision().get().by());
        }
        return row;
    }

    private static Map<String, Object> facts(AdjustmentBatch.Row row) {
        return Map.of("points", row.amount().value(), "reason", row.reason(), "requested-by", row.requestedByName());
    }

    private void record(String verb, UserId user, Map<String, ?> facts) {
        trail.record(new AdjustmentAction(verb, user, facts));
    }

    private record AdjustmentAction(String verb, UserId user, Map<String, ?> after) implements Audited {

        @Override
        public String action() {
            return "points." + verb;
        }

        @Override
        public String subject() {
            return "user " + user;
        }
    }
}
