package io.wellspring.shared;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How the application reaches its embedded database. */
record EmbeddedConnection(EmbeddedServer server) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return EmbeddedServer.SUPERUSER;
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl("wellspring");
    }
}
