package io.wellspring.activity;

import java.time.Instant;
import java.util.Map;

/** Something a user did. */
public record ActivityEntry(
        long id, String type, Instant happenedAt, int count, Map<String, String> attributes, boolean demo) {}
