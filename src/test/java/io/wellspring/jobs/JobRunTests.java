package io.wellspring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRunTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void rateAndTimeLeftFollowFromThePhase() {
        JobRun run = run(State.RUNNING, 250, 1000, Optional.empty());
        assertThat(run.percent()).isEqualTo(25);
        assertThat(run.ratePerSecond(NOON.plusSeconds(10))).isEqualTo(25.0);
        assertThat(run.timeLeft(NOON.plusSeconds(10))).contains(Duration.ofSeconds(30));
    }

    @Test
    void withoutTotalOrTimeNobodyKnowsHowLong() {
        assertThat(run(State.RUNNING, 250, 0, Optional.empty()).timeLeft(NOON.plusSeconds(10)))
                .isEmpty();
        assertThat(run(State.RUNNING, 0, 1000, Optional.empty()).timeLeft(NOON.plusSeconds(10)))
                .isEmpty();
        assertThat(run(State.RUNNING, 250, 1000, Optional.empty()).timeLeft(NOON))
                .isEmpty();
        assertThat(run(State.RUNNING, 250, 0, Optional.empty()).percent()).isZero();
    }

    @Test
    void whenOverTheClockStands() {
        JobRun run = run(State.SUCCEEDED, 1000, 1000, Optional.of(NOON.plusSeconds(20)));
        assertThat(run.ratePerSecond(NOON.plusSeconds(500))).isEqualTo(50.0);
        assertThat(run.duration(NOON.plusSeconds(500))).contains(Duration.ofSeconds(20));
        assertThat(run.timeLeft(NOON.plusSeconds(500))).isEmpty();
        assertThat(run.percent()).isEqualTo(100);
    }

    @Test
    void moreThanAllIsAll() {
        assertThat(run(State.RUNNING, 1200, 1000, Optional.empty()).percent()).isEqualTo(100);
        assertThat(run(State.RUNNING, 1200, 1000, Optional.empty()).timeLeft(NOON.plusSeconds(1)))
                .contains(Duration.ZERO);
    }

    private static JobRun run(State state, long done, long total, Optional<Instant> finished) {
        return new JobRun(
                1,
                "count",
                "",
                state,
                NOON,
                Optional.of(NOON),
                finished,
                "",
                Optional.of(NOON),
                done,
                total,
                1,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "Ann");
    }
}
