package io.wellspring.points;

/**
 * A segment that rules may be limited to.
 *
 * @param members as of its last refresh
 */
public record RuleSegment(long id, String name, long members, Standing standing) {

    /** Whether its members are known, and go on being found. */
    public enum Standing {
        FOLLOWED,
        /** Nobody knows its members yet: facts wait. */
        WAITING,
        /** It keeps the members it has. */
        PAUSED,
        /** Put away: it has no members from then on. */
        ARCHIVED
    }

    /** Whether a new version may be limited to it. */
    public boolean choosable() {
        return standing != Standing.ARCHIVED;
    }
}
