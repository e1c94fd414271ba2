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
 * @param feedsTag the tag its members are given
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
        Optional<Long> feedsTag,
        String createdBy,
        Instant createdAt,
        long members,
        Optional<LocalDate> asOf,
        Optional<Instant> refreshedAt,
        Optional<Duration> duration,
        Optional<String> error) {}
