package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import io.wellspring.users.UserHold;
import io.wellspring.users.UserNeed;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom staff gave growth value or a tier, and who paid for one, stays, though the import that made them known is undone. */
@Component
@RequiredArgsConstructor
class MembershipNeedsUsers implements UserNeed {

    private final JdbcClient jdbc;

    @Override
    public void usersNeeded(long intakeId, Consumer<UserHold> taker) {
        jdbc.sql(sql("membership/find-users-needed"))
                .param("intake", intakeId)
                .withFetchSize(10_000)
                .query(row -> {
                    taker.accept(new UserHold(new UserId(row.getLong("user_id")), "HAS_TIER"));
                });
    }
}
