package io.wellspring.staff;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** People on the staff: put there as if they had joined long ago. */
public class StaffFixtures {

    public static final String PASSWORD = "correct horse battery";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PasswordEncoder passwords;

    /** Someone active, called by the beginning of their e-mail address. */
    public long active(String email, Role role) {
        return insert(email, role, "ACTIVE", Optional.ofNullable(passwords.encode(PASSWORD)));
    }

    public long disabled(String email, Role role) {
        return insert(email, role, "DISABLED", Optional.ofNullable(passwords.encode(PASSWORD)));
    }

    public long invited(String email, Role role) {
        return insert(email, role, "INVITED", Optional.empty());
    }

    private long insert(String email, Role role, String state, Optional<String> hash) {
        return jdbc.sql("""
                        insert into staff.account (email, name, role, state, password_hash, created_at)
                        values (:email, :name, :role, :state, :hash, timestamptz '2026-01-01')
                        returning id""")
                .param("email", email)
                .param("name", email.replaceFirst("@.*", ""))
                .param("role", role.name())
                .param("state", state)
                .param("hash", hash.orElse(null))
                .query(Long.class)
                .single();
    }
}
