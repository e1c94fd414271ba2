package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands the facts of a merged user on, in the transaction of the merge. */
@Component
@RequiredArgsConstructor
class FollowingMerges {

    private final JdbcClient jdbc;

    @EventListener
    void on(UsersMerged merged) {
        move("activity/move-order-numbers", merged);
        move("activity/move-orders", merged);
        move("activity/drop-same-behaviour", merged);
        move("activity/move-behaviour", merged);
    }

    private void move(String statement, UsersMerged merged) {
        jdbc.sql(sql(statement))
                .param("survivor", merged.survivor().value())
                .param("absorbed", merged.absorbed().value())
                .update();
    }
}
