package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who waits for whom, until the transaction ends. Whoever gives or takes tags keeps groups and tags as they are meanwhile; many users at a
 * time go one after the other; who changes groups and tags is alone.
 */
@Component
@RequiredArgsConstructor
class TagLock {

    private final JdbcClient jdbc;

    void forOneUser() {
        jdbc.sql(sql("tags/lock-for-one")).update();
    }

    void forManyUsers() {
        jdbc.sql(sql("tags/lock-for-many")).update();
    }

    void forCatalogue() {
        jdbc.sql(sql("tags/lock-catalogue")).update();
    }
}
