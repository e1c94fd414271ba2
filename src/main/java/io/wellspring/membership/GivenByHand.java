package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.shared.VisibleText;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.users.UnknownUser;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers give by hand, with a reason: a tier for a time, and growth value. */
@Service
@ForManagers
@Transactional
@RequiredArgsConstructor
public class GivenByHand {

    static final int LONGEST_REASON = 300;
    static final LocalDate LATEST_DAY = LocalDate.of(2200, 1, 1);
    static final long MOST_GROWTH = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final TieringBatch batch;
    private final ProgrammeStore programmes;
    private final TierReading reading;
    private final StandingAnew anew;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    private record Given(String verb, UserId user, Map<String, ?> after) implements Audited {

        @Override
        public String action() {
            return "tiers." + verb;
        }

        @Override
        public String subject() {
            return "user " + user;
        }
    }

    /**
     * Gives a user a tier, at once and up to and including {@code lastDay}. What is earned beyond it still counts; after it the user goes
     * back to the tier held before, as far as that is not over, or to what is earned.
     *
     * @throws UnknownUser if the user stands nowhere yet
     * @throws TierNotAbove if the tier is not above the one held
     * @throws DayOver if the last day is not after the day everybody was evaluated last
     * @throws LastDayTooFar if it is further ahead than anybody can mean
     * @throws GivenWithoutReason if nobody says why
     */
    public void tier(UserId user, int number, LocalDate lastDay, String reason) {
        String why = reason(reason);
        batch.lock();
        TieringBatch.Current current = batch.current().orElseThrow(() -> new UnknownUser(user));
        UserStanding standing = reading.standing(user).orElseThrow(() -> new UnknownUser(user));
        Tier tier = programmes.all().stream()
                .filter(programme -> programme.version() == current.version())
                .flatMap(programme -> programme.terms().tiers().stream())
                .filter(one ->
                        one.number() == number && one.rank() > standing.tier().rank())
                .findFirst()
                .orElseThrow(TierNotAbove::new);
        if (lastDay.isAfter(LATEST_DAY)) {
            throw new LastDayTooFar(LATEST_DAY);
        }
        if (!lastDay.isAfter(current.asOf())) {
            throw new DayOver(current.asOf());
        }
        jdbc.sql(sql("membership/insert-manual"))
                .param("user_id", user.value())
                .param("tier_no", number)
                .param("from_on", current.asOf())
                .param("until_on", lastDay.plusDays(1))
                .param("reason", why)
                .param("by", staff.get().name())
                .param("at", Timestamp.from(clock.now()))
                .update();
        batch.decideManual(current.version(), current.asOf());
        batch.write();
        batch.forecast(current.version(), current.asOf(), UserSpan.of(user));
        trail.record(
                new Given("given", user, Map.of("tier", tier.number(), "last-day", lastDay.toString(), "reason", why)));
    }

    /**
     * Takes a tier that was given by hand back before its time: the user falls to what is earned, or paid for, on the day everybody was
     * evaluated last.
     *
     * @throws NoManualTier if the user has none that lasts
     * @throws GivenWithoutReason if nobody says why
     */
    public void endTier(UserId user, String reason) {
        String why = reason(reason);
        batch.lock();
        TieringBatch.Current current = batch.current().orElseThrow(NoManualTier::new);
        int ended = jdbc.sql(sql("membership/end-manual"))
                .param("user_id", user.value())
                .param("day", current.asOf())
                .param("reason", why)
                .param("by", staff.get().name())
                .param("at", Timestamp.from(clock.now()))
                .update();
        if (ended == 0) {
            throw new NoManualTier();
        }
        anew.of(user);
        trail.record(new Given("gift-ended", user, Map.of("day", current.asOf().toString(), "reason", why)));
    }

    /**
     * Adds to a user's growth value, or takes from it; the next evaluation decides what follows.
     *
     * @param form tells one form from the next: the same one sent twice is one adjustment
     * @throws FormSentAlready if the form was sent with something else
     * @throws GrowthOutOfRange if it changes nothing, or too much
     * @throws GivenWithoutReason if nobody says why
     * @throws UnknownUser if the user stands nowhere yet
     */
    public void growth(UserId user, long form, long amount, String reason) {
        String why = reason(reason);
        if (amount == 0 || Math.abs(amount) > MOST_GROWTH) {
            throw new GrowthOutOfRange(MOST_GROWTH);
        }
        batch.lock();
        TieringBatch.Current current = batch.current().orElseThrow(() -> new UnknownUser(user));
        if (reading.standing(user).isEmpty()) {
            throw new UnknownUser(user);
        }
        int written = jdbc.sql(sql("membership/insert-adjustment"))
                .param("user_id", user.value())
                .param("day", current.asOf())
                .param("form", form)
                .param("run", batch.nextRun())
                .param("amount", amount)
                .param("reason", why)
                .param("by", staff.get().name())
                .param("at", Timestamp.from(clock.now()))
                .update();
        if (written == 0) {
            requireSame(user, form, amount, why);
        } else {
            refresh(user, current);
            batch.forecast(current.version(), current.asOf(), UserSpan.of(user));
            trail.record(new Given("growth-adjusted", user, Map.of("growth", amount, "reason", why)));
        }
    }

    private void requireSame(UserId user, long form, long amount, String why) {
        long same = jdbc.sql(sql("membership/count-same-adjustments"))
                .param("user_id", user.value())
                .param("form", form)
                .param("amount", amount)
                .param("reason", why)
                .query(Long.class)
                .single();
        if (same == 0) {
            throw new FormSentAlready();
        }
    }

    private void refresh(UserId user, TieringBatch.Current current) {
        programmes.all().stream()
                .filter(programme -> programme.version() == current.version())
                .map(programme -> programme.terms().reach())
                .forEach(window -> jdbc.sql(sql("membership/refresh-growth"))
                        .param("user_id", user.value())
                        .param("as_of", current.asOf())
                        .param("window", window.kind().name())
                        .param("days", window.days())
                        .update());
    }

    static String reason(String reason) {
        String said = VisibleText.of(reason);
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new GivenWithoutReason(LONGEST_REASON);
        }
        return said;
    }
}
