package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives and takes one tag, one user or a million at a time: they come in by COPY, and one statement does it to all. */
@Component
@RequiredArgsConstructor
class CrowdBatch {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final BusinessClock clock;

    /** By whom a tag is given: a member of staff or a segment, and the number of it. */
    record Giver(TagCause cause, long id) {

        static Giver staff(long id) {
            return new Giver(TagCause.STAFF, id);
        }

        static Giver segment(long id) {
            return new Giver(TagCause.SEGMENT, id);
        }

        @Nullable
        Long idAs(TagCause asked) {
            return cause == asked ? (Long) id : null;
        }
    }

    /** Gathers a crowd instead of the one before; in pieces, because who hands it over may be reading it by the same connection. */
    void gather(Consumer<Consumer<UserId>> source) {
        jdbc.sql(sql("tags/open-crowd")).update();
        jdbc.sql(sql("tags/empty-crowd")).update();
        List<UserId> waiting = new ArrayList<>();
        long[] gathered = new long[1];
        source.accept(user -> {
            waiting.add(user);
            if (waiting.size() == AT_ONCE) {
                gathered[0] += flush(waiting);
            }
        });
        gathered[0] += flush(waiting);
        if (gathered[0] >= AT_ONCE) {
            jdbc.sql(sql("tags/analyze-crowd")).update();
        }
    }

    CrowdCount count(long tagId) {
        return jdbc.sql(sql("tags/count-crowd"))
                .param("tag", tagId)
                .query((row, number) ->
                        new CrowdCount(row.getLong("users"), row.getLong("having"), row.getLong("losing")))
                .single();
    }

    /** Takes away what the tag takes the place of; how many that were. */
    long displace(long tagId, Giver giver, Instant when) {
        return caused(jdbc.sql(sql("tags/displace-crowd")).param("tag", tagId), giver, when)
                .update();
    }

    /** How many got it. */
    long give(long tagId, Giver giver, Instant when) {
        return caused(jdbc.sql(sql("tags/give-crowd")).param("tag", tagId), giver, when)
                .param("staff", giver.idAs(TagCause.STAFF))
                .param("segment", giver.idAs(TagCause.SEGMENT))
                .param("day", day(when))
                .update();
    }

    /** How many lost it. */
    long take(long tagId, long staffId, Instant when) {
        return jdbc.sql(sql("tags/take-crowd"))
                .param("tag", tagId)
                .param("staff", staffId)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many lost what a segment had given. */
    long leave(long tagId, long segmentId, Instant when) {
        ofSegment("tags/forget-left", tagId, segmentId).update();
        return ofSegment("tags/leave-crowd", tagId, segmentId)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many lost what a segment had given, all of them. */
    long release(long tagId, long segmentId, Instant when) {
        ofSegment("tags/forget-released", tagId, segmentId).update();
        return ofSegment("tags/release-segment", tagId, segmentId)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    void feedBy(long tagId, @Nullable Long segmentId) {
        jdbc.sql(sql("tags/update-feeder"))
                .param("tag", tagId)
                .param("segment", segmentId)
                .update();
    }

    long expire(LocalDate asOf, Instant when) {
        return jdbc.sql(sql("tags/expire-tags"))
                .param("as_of", asOf)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long flush(List<UserId> waiting) {
        long written = copy.into(sql("tags/copy-crowd"), writer -> waiting.forEach(user -> writer.row(user.value())));
        waiting.clear();
        return written;
    }

    private LocalDate day(Instant when) {
        return clock.dateOf(when);
    }

    private JdbcClient.StatementSpec ofSegment(String statement, long tagId, long segmentId) {
        return jdbc.sql(sql(statement)).param("tag", tagId).param("segment", segmentId);
    }

    private static JdbcClient.StatementSpec caused(JdbcClient.StatementSpec statement, Giver giver, Instant when) {
        return statement
                .param("cause", giver.cause().name())
                .param("cause_id", giver.id())
                .param("when", when.atOffset(ZoneOffset.UTC));
    }
}
