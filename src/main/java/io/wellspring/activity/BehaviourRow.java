package io.wellspring.activity;

import java.time.Instant;

/**
 * A dated fact about a user that is no order.
 *
 * @param externalId the user; one nobody knows is passed over
 * @param type what happened: {@code login}, {@code visit}, {@code checkin} …
 * @param count how often at that time, at least once
 */
public record BehaviourRow(String externalId, String type, Instant happenedAt, int count) {}
