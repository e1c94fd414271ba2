package io.wellspring.staff.web;

import io.wellspring.staff.AsStaff;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.StaffSession;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Puts Ann on the staff and logs her in. */
public class LoggedInForTest implements WithSecurityContextFactory<AsStaff> {

    private final JdbcClient jdbc;

    @Autowired
    LoggedInForTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SecurityContext createSecurityContext(AsStaff who) {
        long id = jdbc.sql("""
                        insert into staff.account (email, name, role, state, password_hash, created_at, joined_at)
                        values ('ann@example.org', 'Ann', :role, 'ACTIVE', 'none', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        on conflict (email) do update set role = excluded.role
                        returning id""")
                .param("role", who.value().name())
                .query(Long.class)
                .single();
        StaffMember ann = new StaffMember(id, "ann@example.org", "Ann", who.value());
        return new SecurityContextImpl(new StaffAuthentication(new StaffSession(ann, 0, Optional.empty())));
    }
}
