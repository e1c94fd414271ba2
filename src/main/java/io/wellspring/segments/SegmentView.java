package io.wellspring.segments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A segment and how it stands.
 *
 * @param rule of a dynamic one
 * @param fault why it is paused
 * @param edition counts what people changed about its name, description and rule
 * @param feedsTag the tag its members are given; of an archived one, that they were given
 * @param members as of the last refresh that went well
 * @param error a reference into the log, where the last refresh did not
 */
public record SegmentView(
        long id,
        String name,
        String description,
        SegmentKind kind,
        SegmentState state,
        Optional<Fault> fault,
        Optional<RuleNode> rule,
        int ruleVersion,
        int edition,
        Optional<Long> feedsTag,
        String createdBy,
        Instant createdAt,
        long members,
        Optional<LocalDate> asOf,
        Optional<Instant> refreshedAt,
        Optional<Duration> duration,
        Optional<String> error) {}
