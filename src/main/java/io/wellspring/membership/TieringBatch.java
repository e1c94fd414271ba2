package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes terms, standing and the ledger of growth value. */
@Component
@RequiredArgsConstructor
class TieringBatch {

    /** So many change what the planner knows of the ledger. */
    private static final int MANY_ENTRIES = 100_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /**
     * What the standing was last made with.
     *
     * @param forecast whether the forecast was made with it
     */
    record Current(LocalDate asOf, int version, Instant refreshedAt, Duration took, boolean forecast) {}

    /** From which day on a version decides. */
    record Reign(int version, LocalDate from) {}

    /** One writer at a time, on all instances, until the transaction ends; what was read of standing is of the past then. */
    void lock() {
        jdbc.sql(sql("membership/lock-standing")).update();
        jdbc.sql(sql("membership/renew-standing")).update();
    }

    void begin() {
        lock();
        jdbc.sql(sql("membership/give-room")).query(rows -> {});
    }

    Optional<Current> current() {
        return jdbc.sql(sql("membership/find-current"))
                .query((row, n) -> new Current(
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("version"),
                        row.getTimestamp("refreshed_at").toInstant(),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        row.getBoolean("forecast")))
                .optional();
    }

    List<Reign> reigns() {
        return jdbc.sql(sql("membership/find-reigns"))
                .query((row, n) -> new Reign(row.getInt("version"), row.getObject("from_on", LocalDate.class)))
                .list();
    }

    Optional<Integer> standingVersion() {
        return jdbc.sql(sql("membership/find-standing-version"))
                .query(Integer.class)
                .optional();
    }

    void deleteGone() {
        jdbc.sql(sql("membership/delete-gone")).update();
    }

    /** Takes everything back that was decided after a day. */
    void rewind(LocalDate asOf) {
        on("membership/delete-later-terms", asOf).update();
        on("membership/reopen-terms", asOf).update();
        on("membership/delete-later-counts", asOf).update();
        jdbc.sql(sql("membership/delete-standing")).update();
        jdbc.sql(sql("membership/restore-standing")).update();
        jdbc.sql(sql("membership/forget-current")).update();
    }

    int postGrowth() {
        int written = posting("membership/post-growth").update();
        if (written >= MANY_ENTRIES) {
            jdbc.sql(sql("membership/analyze-growth")).update();
        }
        return written;
    }

    int postGrowth(long intakeId) {
        return posting("membership/post-growth-touched")
                .param("intake", intakeId)
                .update();
    }

    long nextRun() {
        return jdbc.sql(sql("membership/next-run")).query(Long.class).single();
    }

    /** Tells what is paid for, as known on a day, as ranks of a version, and until when what was bought or given holds. */
    void tellGranted(int version, LocalDate asOf, UserSpan users) {
        spanning("membership/empty-cover", users).update();
        spanning("membership/fill-cover", users)
                .param("version", version)
                .param("as_of", asOf)
                .update();
        spanning("membership/align-granted", users).param("as_of", asOf).update();
    }

    /** Decides on what comes first for each user: a tier that begins to be paid for, or a due term, by all before its day. */
    int decideNext(LocalDate until, LocalDate asOf, UserSpan users) {
        return spanning("membership/decide-paid", users).param("until", until).update()
                + spanning("membership/decide-due", users)
                        .param("until", until)
                        .param("as_of", asOf)
                        .update();
    }

    void decideProgramme(int version, LocalDate day) {
        jdbc.sql(sql("membership/decide-programme"))
                .param("version", version)
                .param("day", day)
                .update();
    }

    void decideManual(int version, LocalDate asOf) {
        on("membership/decide-manual", asOf).param("version", version).update();
    }

    /** Whether anybody ever held a tier. */
    boolean hasTerms() {
        return jdbc.sql(sql("membership/has-terms")).query(Boolean.class).single();
    }

    /** Gives everybody the tier earned, where nobody ever had one: nothing to compare with, so nothing is decided one by one. */
    long begin(int version, LocalDate asOf) {
        on("membership/insert-first-terms", asOf).param("version", version).update();
        int users = on("membership/insert-first-standing", asOf)
                .param("version", version)
                .update();
        jdbc.sql(sql("membership/analyze-standing")).update();
        return users;
    }

    void decideMoves(int version, LocalDate asOf) {
        on("membership/decide-moves", asOf).param("version", version).update();
        on("membership/decide-refunds", asOf).param("version", version).update();
    }

    /** Moves one user up, by all up to the end of a day. */
    void decideRise(UserId user, LocalDate asOf) {
        on("membership/decide-rise", asOf).param("user_id", user.value()).update();
    }

    void decideMerge(UserId survivor, UserId absorbed, LocalDate asOf) {
        on("membership/decide-merge", asOf)
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
    }

    /** Keeps what was decided, and says how many of each cause. */
    Map<TierCause, Long> write() {
        jdbc.sql(sql("membership/answer-same-day")).update();
        jdbc.sql(sql("membership/delete-same-day")).update();
        jdbc.sql(sql("membership/close-terms")).update();
        jdbc.sql(sql("membership/insert-terms")).update();
        jdbc.sql(sql("membership/save-standing")).update();
        Map<TierCause, Long> written = new EnumMap<>(TierCause.class);
        jdbc.sql(sql("membership/count-decisions")).query(row -> {
            written.put(TierCause.valueOf(row.getString("cause")), row.getLong("users"));
        });
        jdbc.sql(sql("membership/empty-decisions")).update();
        return written;
    }

    void computeFigures(Programme programme, LocalDate asOf) {
        jdbc.sql(sql("membership/renew-figures")).update();
        jdbc.sql(sql("membership/empty-figures")).update();
        on("membership/compute-figures", asOf)
                .param("version", programme.version())
                .param("window", programme.terms().reach().kind().name())
                .param("days", programme.terms().reach().days())
                .param("active", programme.terms().asksForActiveDays())
                .update();
        jdbc.sql(sql("membership/analyze-figures")).update();
    }

    /** Keeps the growth value of the day where it changed. */
    void saveGrowth() {
        jdbc.sql(sql("membership/save-growth")).update();
    }

    /** Works out what is coming by what users did up to a day. */
    void forecast(int version, LocalDate asOf, UserSpan users) {
        spanning("membership/refresh-forecast", users)
                .param("version", version)
                .param("as_of", asOf)
                .param("until", asOf.plusMonths(TierForecast.MONTHS))
                .param("unit", unit())
                .update();
    }

    void finish(LocalDate asOf, int version, Duration took) {
        on("membership/delete-day-count", asOf).update();
        on("membership/count-day", asOf).update();
        on("membership/save-current", asOf)
                .param("version", version)
                .param("refreshed_at", Timestamp.from(clock.now()))
                .param("duration_ms", took.toMillis())
                .update();
    }

    List<UserId> drift(LocalDate asOf, int version, Optional<LocalDate> windowStart, int limit) {
        return on("membership/find-drift", asOf)
                .param("until", asOf.plusMonths(TierForecast.MONTHS))
                .param("unit", unit())
                .param("version", version)
                .param("window_start", windowStart.orElse(null))
                .param("limit", limit)
                .query((row, n) -> new UserId(row.getLong("user_id")))
                .list();
    }

    void merge(UserId survivor, UserId absorbed) {
        jdbc.sql(sql("membership/move-adjustments"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("membership/move-manual"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("membership/move-paid"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("membership/delete-absorbed"))
                .param("absorbed", absorbed.value())
                .update();
    }

    private JdbcClient.StatementSpec posting(String file) {
        return jdbc.sql(sql(file))
                .param("zone", clock.zone().getId())
                .param("unit", unit())
                .param("run", nextRun())
                .param("at", Timestamp.from(clock.now()));
    }

    private int unit() {
        return (int) Math.pow(10, Math.max(0, properties.currency().getDefaultFractionDigits()));
    }

    private JdbcClient.StatementSpec spanning(String file, UserSpan users) {
        return jdbc.sql(sql(file)).param("first", users.first()).param("last", users.last());
    }

    private JdbcClient.StatementSpec on(String file, LocalDate asOf) {
        return jdbc.sql(sql(file)).param("as_of", asOf);
    }
}
