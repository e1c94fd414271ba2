package io.wellspring.staff;

import java.util.List;

/** What a member of staff may do; each role may also do what the ones before it may. */
public enum Role {
    /** Browses dashboards, segments and users, and acts on them. */
    OPERATOR,
    /** Also configures models, tiers, rules and goals. */
    MANAGER,
    /** Also imports data, manages staff and reads the audit trail. */
    ADMIN;

    /** Background work, which no person can be: above every role. */
    static final String SYSTEM_AUTHORITY = "ROLE_SYSTEM";

    public static final List<Role> ALL = List.of(values());

    public String authority() {
        return "ROLE_" + name();
    }
}
