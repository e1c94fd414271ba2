package io.wellspring.staff.web;

import io.wellspring.staff.Role;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.StaffSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Logs Ann in on the current thread, where no test framework does. */
public final class AnnAsAdmin {

    private AnnAsAdmin() {}

    public static void logIn() {
        StaffMember ann = new StaffMember(1, "ann@example.org", "Ann", Role.ADMIN);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new StaffAuthentication(new StaffSession(ann, 0, Optional.empty()))));
    }
}
