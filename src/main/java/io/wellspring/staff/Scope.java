package io.wellspring.staff;

import java.util.List;

/** What a token of another system may do; each scope opens the front doors that name it, and nothing else. */
public enum Scope {
    /** Bring in files, and see what became of them. */
    IMPORTS,
    /** Give, take and reverse points, and see what users have. */
    POINTS,
    /** See tiers and benefits of users, and claim benefits for them. */
    MEMBERSHIP;

    public static final List<Scope> ALL = List.of(values());

    public String authority() {
        return "SCOPE_" + name();
    }
}
