package io.wellspring.segments;

import java.util.UUID;

/**
 * Tells the members a segment has at a time from those it had before.
 *
 * @param revision another one whenever a refresh changes who they are
 * @param handovers how often a membership went from one user to another by a merge
 */
record MemberVersion(long segment, UUID revision, long handovers) {}
