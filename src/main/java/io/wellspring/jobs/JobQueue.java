package io.wellspring.jobs;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of runs: the queue and its history. */
@Repository
@RequiredArgsConstructor
class JobQueue {

    private static final TypeReference<List<Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** A run that has just begun; {@code attempt} proves towards the table that it is still ours. */
    record Begun(long id, String argument, int attempt) {}

    /** How a run ended badly: with a refusal's text, or with a reference into the log. */
    record Failure(Optional<String> code, List<Object> facts, Optional<String> reference) {}

    /** How far a run is. */
    record Position(String phase, @Nullable Instant phaseStartedAt, long done, long total) {}

    long enqueue(String job, String subject, String argument, String requestedBy, Instant now) {
        while (true) {
            Optional<Long> run = jdbc.sql(sql("jobs/insert-run"))
                    .param("job", job)
                    .param("subject", subject)
                    .param("argument", argument)
                    .param("requested_by", requestedBy)
                    .param("now", utc(now))
                    .query(Long.class)
                    .optional()
                    .or(() -> jdbc.sql(sql("jobs/hold-waiting-run"))
                            .param("job", job)
                            .param("subject", subject)
                            .param("argument", argument)
                            .query(Long.class)
                            .optional());
            if (run.isPresent()) {
                return run.get();
            }
        }
    }

    Optional<Begun> take(String job, Instant now) {
        return jdbc.sql(sql("jobs/take-run"))
                .param("job", job)
                .param("now", utc(now))
                .query((row, number) -> new Begun(row.getLong("id"), row.getString("argument"), row.getInt("attempts")))
                .optional();
    }

    /** The arguments of the runs given up. */
    List<String> failExhausted(String job, int most, Instant now) {
        return jdbc.sql(sql("jobs/fail-exhausted"))
                .param("job", job)
                .param("most", most)
                .param("now", utc(now))
                .query(String.class)
                .list();
    }

    boolean advance(Begun run, Position position, Instant now) {
        return jdbc.sql(sql("jobs/update-progress"))
                        .param("id", run.id())
                        .param("attempt", run.attempt())
                        .param("phase", position.phase())
                        .param("phase_started_at", utc(position.phaseStartedAt()))
                        .param("done", position.done())
                        .param("total", position.total())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean succeed(Begun run, Instant now) {
        return finish(run, State.SUCCEEDED, new Failure(Optional.empty(), List.of(), Optional.empty()), now);
    }

    boolean fail(Begun run, Failure failure, Instant now) {
        return finish(run, State.FAILED, failure, now);
    }

    List<String> jobsToWake() {
        return jdbc.sql(sql("jobs/select-jobs-to-wake")).query(String.class).list();
    }

    Optional<JobRun> find(long id) {
        return jdbc.sql(sql("jobs/select-run"))
                .param("id", id)
                .query((row, number) -> run(row))
                .optional();
    }

    String argumentOf(long id) {
        return jdbc.sql(sql("jobs/select-run"))
                .param("id", id)
                .query((row, number) -> row.getString("argument"))
                .single();
    }

    Optional<JobRun> latest(String job, String subject) {
        return jdbc.sql(sql("jobs/select-latest-run"))
                .param("job", job)
                .param("subject", subject)
                .query((row, number) -> run(row))
                .optional();
    }

    Slice<JobRun> runs(JobFilter filter, int page, int size) {
        String state = filter.state().map(State::name).orElse(null);
        String job = filter.job().orElse(null);
        List<JobRun> rows = jdbc.sql(sql("jobs/select-runs"))
                .param("state", state)
                .param("job", job)
                .param("size", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> run(row))
                .list();
        long total = jdbc.sql(sql("jobs/count-runs"))
                .param("state", state)
                .param("job", job)
                .query(Long.class)
                .single();
        return new Slice<>(rows, page, size, total);
    }

    private boolean finish(Begun run, State state, Failure failure, Instant now) {
        return jdbc.sql(sql("jobs/finish-run"))
                        .param("id", run.id())
                        .param("attempt", run.attempt())
                        .param("state", state.name())
                        .param("error", failure.code().orElse(null))
                        .param("error_facts", json.writeValueAsString(failure.facts()))
                        .param("error_reference", failure.reference().orElse(null))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private JobRun run(ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("job"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "queued_at")),
                Optional.ofNullable(instant(row, "started_at")),
                Optional.ofNullable(instant(row, "finished_at")),
                row.getString("phase"),
                Optional.ofNullable(instant(row, "phase_started_at")),
                row.getLong("done"),
                row.getLong("total"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("error")),
                json.readValue(row.getString("error_facts"), FACTS),
                Optional.ofNullable(row.getString("error_reference")),
                row.getString("requested_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
