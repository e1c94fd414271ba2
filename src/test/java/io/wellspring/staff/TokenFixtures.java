package io.wellspring.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of other systems: put there as if an admin had created them long ago. */
public class TokenFixtures {

    @Autowired
    private JdbcClient jdbc;

    /** A token for files, for ever; its secret. */
    public String working(String name, long createdBy) {
        return working(name, createdBy, Scope.IMPORTS);
    }

    /** A token of one scope, for ever; its secret. */
    public String working(String name, long createdBy, Scope scope) {
        Secret secret = Secret.forToken();
        jdbc.sql("""
                        insert into staff.api_token (name, scopes, secret_hash, created_by, created_at)
                        values (:name, array[:scope], :hash, :by, timestamptz '2026-01-01')""")
                .param("name", name)
                .param("scope", scope.name())
                .param("hash", secret.digest())
                .param("by", createdBy)
                .update();
        return secret.text();
    }

    void expires(String name, Instant when) {
        jdbc.sql("update staff.api_token set expires_at = :at where name = :name")
                .param("name", name)
                .param("at", when.atOffset(ZoneOffset.UTC))
                .update();
    }
}
