package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checking in: once a business day, the more the more days in a row. A day left out, and the ladder begins anew. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional
public class CheckIns {

    private final JdbcClient jdbc;
    private final PointsLedger ledger;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /** @param edition counts what was said */
    public record Kept(int edition, CheckInLadder ladder) {}

    /** What check-ins bring; empty before a manager says so. */
    @Transactional(readOnly = true)
    public Optional<Kept> kept() {
        return stored();
    }

    /**
     * Says what check-ins bring from now on.
     *
     * @param seen the edition whoever says it has seen; 0 if there was none
     * @throws SettingsChangedMeanwhile if somebody else has said something since
     */
    @ForManagers
    public void change(int seen, CheckInLadder ladder) {
        Optional<Kept> kept = stored();
        if (kept.map(Kept::edition).orElse(0) != seen) {
            throw new SettingsChangedMeanwhile();
        }
        Optional<CheckInLadder> before = kept.map(Kept::ladder);
        if (before.filter(ladder::equals).isPresent()) {
            return;
        }
        int written = jdbc.sql(sql("points/save-ladder"))
                .param("edition", seen)
                .param("steps", ladder.steps().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .param("after_last", ladder.afterLast().name())
                .param("expires_after", ladder.expiresAfter().orElse(null))
                .param("when", clock.now().atOffset(ZoneOffset.UTC))
                .param("by", staff.name().orElse("system"))
                .update();
        if (written == 0) {
            throw new SettingsChangedMeanwhile();
        }
        trail.record(new LadderChanged(before, ladder));
    }

    /**
     * Checks a user in today; the second time on a day it is the same.
     *
     * @throws CheckInsOff if no manager has said what it brings
     * @throws io.wellspring.users.UnknownUser if there is no such user
     */
    @ForOperatorsAndPointsTokens
    public CheckIn checkIn(UserId asked) {
        UserId user = ledger.hold(asked);
        LocalDate today = clock.today();
        Optional<CheckIn> before = on(user, today);
        if (before.isPresent()) {
            return before.get();
        }
        CheckInLadder ladder = stored().map(Kept::ladder).orElseThrow(CheckInsOff::new);
        int streak = on(user, today.minusDays(1)).map(CheckIn::streak).orElse(0) + 1;
        Points points = ladder.of(streak);
        ledger.bring(new Earning(
                user,
                points,
                new BusinessKey("check-in:" + user + ":" + today),
                today,
                today,
                ladder.expiry(),
                new Cause("check-in", "")));
        jdbc.sql(sql("points/insert-check-in"))
                .param("user", user.value())
                .param("day", today)
                .param("streak", streak)
                .param("amount", points.value())
                .param("by", staff.name().orElse("system"))
                .update();
        if (staff.find().isPresent()) {
            trail.record(new CheckedIn(user, points));
        }
        return new CheckIn(user, today, streak, points, false);
    }

    /** How many checked in on the days of a time, the latest first; days without any are left out. */
    @Transactional(readOnly = true)
    public List<CheckInDay> days(LocalDate from, LocalDate to) {
        return jdbc.sql(sql("points/sum-check-ins"))
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new CheckInDay(
                        row.getObject("day", LocalDate.class),
                        row.getLong("users"),
                        row.getLong("amount"),
                        row.getLong("weeks")))
                .list();
    }

    private Optional<CheckIn> on(UserId user, LocalDate day) {
        return jdbc.sql(sql("points/find-check-in"))
                .param("user", user.value())
                .param("day", day)
                .query((row, number) ->
                        new CheckIn(user, day, row.getInt("streak"), new Points(row.getLong("amount")), true))
                .optional();
    }

    private Optional<Kept> stored() {
        return jdbc.sql(sql("points/find-ladder"))
                .query((row, number) -> new Kept(
                        row.getInt("edition"),
                        new CheckInLadder(
                                Stream.of(row.getString("steps").split(","))
                                        .map(Long::valueOf)
                                        .toList(),
                                CheckInLadder.AfterLast.valueOf(row.getString("after_last")),
                                Optional.ofNullable(row.getObject("expires_after", Integer.class)))))
                .optional();
    }

    private record CheckedIn(UserId user, Points points) implements Audited {

        @Override
        public String action() {
            return "points.checked-in";
        }

        @Override
        public String subject() {
            return "user " + user;
        }

        @Override
        public Map<String, ?> after() {
            return Map.of("points", points.value());
        }
    }

    private record LadderChanged(Optional<CheckInLadder> from, CheckInLadder to) implements Audited {

        @Override
        public String action() {
            return "points.ladder-changed";
        }

        @Override
        public String subject() {
            return "check-ins";
        }

        @Override
        public Map<String, ?> before() {
            return from.map(LadderChanged::facts).orElse(Map.of());
        }

        @Override
        public Map<String, ?> after() {
            return facts(to);
        }

        private static Map<String, ?> facts(CheckInLadder ladder) {
            return Map.of(
                    "ladder", ladder.steps(), "after-last", ladder.afterLast().name());
        }
    }
}
