package io.wellspring.staff;

import java.io.Serializable;
import java.security.Principal;

/** A person who logs in. As a {@link Principal} they go by their name. */
public record StaffMember(long id, String email, String name, Role role) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    /** Without personal data, since it may reach a log. */
    @Override
    public String toString() {
        return "staff " + id;
    }
}
