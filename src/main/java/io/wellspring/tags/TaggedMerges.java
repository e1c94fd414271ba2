package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.users.UsersMerged;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands the tags of a merged user on, in the transaction of the merge. */
@Component
@RequiredArgsConstructor
class TaggedMerges {

    private final JdbcClient jdbc;
    private final TagLock lock;
    private final BusinessClock clock;

    @EventListener
    void on(UsersMerged merged) {
        lock.forOneUser();
        move("tags/drop-same-tags", merged);
        move("tags/move-tags", merged);
    }

    private void move(String statement, UsersMerged merged) {
        jdbc.sql(sql(statement))
                .param("survivor", merged.survivor().value())
                .param("absorbed", merged.absorbed().value())
                .param("when", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
