package io.wellspring.points;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored, counted past all front doors. */
@RequiredArgsConstructor
final class Rows {

    private final JdbcClient jdbc;

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
