package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UndoReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes an intake back: users it made known go, unless something needs them; values it changed return, unless they were changed again.
 * Changes are undone in any order: what is taken out of the middle lets the change behind it start where its own start was.
 */
@Component
@RequiredArgsConstructor
class UserUndo {

    private static final int HOLDS_AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final ConsentBatch consents;
    private final BusinessClock clock;

    /** In pieces, because who hands the holds over may be reading them by the same connection. */
    void hold(long intakeId, Consumer<Consumer<UserHold>> source) {
        List<UserHold> waiting = new ArrayList<>();
        source.accept(hold -> {
            waiting.add(hold);
            if (waiting.size() == HOLDS_AT_ONCE) {
                copyHolds(intakeId, waiting);
                waiting.clear();
            }
        });
        copyHolds(intakeId, waiting);
    }

    /** @param rows how many users the intake made known or changed */
    UndoReport undo(long intakeId, long rows) {
        run("users/insert-leavers", intakeId);
        run("users/insert-kept-users", intakeId);
        run("users/withdraw-kept-users", intakeId);
        long gone = jdbc.sql(sql("users/count-leavers"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
        run("users/delete-leaver-identities", intakeId);
        long changesGone = run("users/delete-leaver-changes", intakeId);
        run("users/delete-leavers", intakeId);
        jdbc.sql(sql("users/delete-gone-notes")).update();
        consents.forgetGone();
        long[] changes = undoChanges(intakeId);
        run("users/forget-undo", intakeId);
        long reversed = gone + changesGone + changes[0];
        return new UndoReport(reversed, Math.max(0, rows - reversed - changes[1]), changes[1]);
    }

    List<UndoRemainder> remainder(long intakeId, long after, int limit) {
        return jdbc.sql(sql("users/find-remainder"))
                .param("intake", intakeId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new UndoRemainder(
                        row.getLong("user_id"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getString("fact")))
                .list();
    }

    /** Reversed and failed, in this order. */
    private long[] undoChanges(long intakeId) {
        run("users/insert-undo-cells", intakeId);
        run("users/rebase-later-changes", intakeId);
        run("users/rebase-next-changes", intakeId);
        run("users/drop-undone-identities", intakeId);
        run("users/restore-identities", intakeId);
        run("users/restore-users", intakeId);
        consents.keepUndone(intakeId, clock.now());
        run("users/insert-kept-changes", intakeId);
        long[] counts = jdbc.sql(sql("users/count-undone-changes"))
                .param("intake", intakeId)
                .query((row, number) -> new long[] {row.getLong("reversed"), row.getLong("failed")})
                .single();
        run("users/delete-changes", intakeId);
        return counts;
    }

    private void copyHolds(long intakeId, List<UserHold> holds) {
        copy.into(
                sql("users/copy-holds"),
                writer -> holds.forEach(hold -> writer.row(intakeId, hold.user().value(), hold.reason())));
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }
}
