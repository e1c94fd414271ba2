package io.wellspring.lifecycle;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated versions of the thresholds, and how a manager makes the next one. */
@Service
@Transactional
@RequiredArgsConstructor
public class LifecycleThresholds {

    /** More users than this are sampled for a preview, so that it does not take as long as the run. */
    static final int MOST_PREVIEWED = 20_000;

    private final ThresholdsRepository versions;
    private final LifecycleQueries queries;
    private final LifecycleBatch batch;
    private final AuditTrail auditTrail;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    /**
     * How users would stand under a draft.
     *
     * @param every one user in so many was looked at; 1 if all were
     */
    public record Preview(LocalDate asOf, long every, Map<Stage, Long> users) {

        public Preview {
            users = Map.copyOf(users);
        }

        public long users(Stage stage) {
            return users.getOrDefault(stage, 0L);
        }

        public long all() {
            return users.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Newest first; empty before the first run. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<ThresholdsVersion> versions() {
        return versions.findAllByOrderByVersionDesc().stream()
                .map(ThresholdsRow::toVersion)
                .toList();
    }

    /** The version that decides on a day; empty before the first run. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<ThresholdsVersion> decidingOn(LocalDate day) {
        return versions().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .findFirst();
    }

    /** What a draft would give on the day the figures are about if it had always decided, without keeping anything. */
    @ForManagers
    @Transactional(readOnly = true)
    public Optional<Preview> preview(Thresholds draft) {
        return queries.current().map(current -> {
            long users = queries.count(current.asOf()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long every = Math.max(1, (users + MOST_PREVIEWED - 1) / MOST_PREVIEWED);
            return new Preview(current.asOf(), every, queries.draft(draft, current.asOf(), every));
        });
    }

    /**
     * Makes the next version. From {@code validFrom} on it decides; on the days before, nobody moves. The ranges are made anew by the
     * refresh that {@link ThresholdsSaved} asks for.
     *
     * @param seen the newest version when somebody began to make the next; {@link ThresholdsVersion#FIRST} if there was none
     * @throws ThresholdsChangedMeanwhile if there is a newer one
     */
    @ForManagers
    public ThresholdsVersion save(Thresholds draft, LocalDate validFrom, int seen) {
        batch.lock();
        ThresholdsVersion before = newestOrFirst();
        if (before.version() != seen) {
            throw new ThresholdsChangedMeanwhile(before.version());
        }
        ThresholdsVersion saved = add(new ThresholdsVersion(before.version() + 1, validFrom, clock.now(), draft));
        ThresholdsSaved event = new ThresholdsSaved(before, saved);
        auditTrail.record(event);
        events.publishEvent(event);
        return saved;
    }

    /** The newest version; the usual one, which always decided, is made if there is none. To be called under the lock. */
    ThresholdsVersion newestOrFirst() {
        return versions.findFirstByOrderByVersionDesc()
                .map(ThresholdsRow::toVersion)
                .orElseGet(() -> add(new ThresholdsVersion(
                        ThresholdsVersion.FIRST, ThresholdsVersion.ALWAYS, clock.now(), Thresholds.usual())));
    }

    private ThresholdsVersion add(ThresholdsVersion version) {
        return versions.saveAndFlush(new ThresholdsRow(version)).toVersion();
    }
}
