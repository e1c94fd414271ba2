package io.wellspring.segments;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes members, and who came and went. */
@Component
@RequiredArgsConstructor
class SegmentBatch {

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    /** Takes the identities of a list in: of line n, from 0 on, as 2 n what was written, as 2 n + 1 what the registry would keep of it. */
    @FunctionalInterface
    interface ListTaker {
        void accept(long place, String value);
    }

    /**
     * What the lines of a list name.
     *
     * @param known how many name somebody
     * @param repeated how many of those name only whom a line before names too
     */
    record Lines(long known, long repeated) {}

    /** Who came and who went. */
    record Change(long entered, long gone, long members) {}

    void open(long segment) {
        jdbc.sql(sql("segments/open-members")).param("segment", segment).query(row -> {});
    }

    /** One change of a segment's members at a time, on all instances, until the transaction ends; with room to sort in. */
    void begin(long segment) {
        jdbc.sql(sql("segments/lock-segment")).param("segment", segment).query(row -> {});
        jdbc.sql(sql("segments/give-room")).query(row -> {});
    }

    /**
     * Makes some users the members: they are held against the members there are, and only the difference is written, as far as the users
     * are still there.
     */
    Change replace(long segment, UserNumbers members, UserNumbers users, Instant when) {
        UserNumbers leaving = members.without(users);
        UserNumbers entering = users.without(members);
        int staying = users.size() - entering.size();
        if (entering.size() + leaving.size() == 0) {
            return new Change(0, 0, staying);
        }
        jdbc.sql(sql("segments/create-difference")).update();
        copy.into(sql("segments/copy-difference"), writer -> {
            leaving.each(user -> writer.row(user.value(), false));
            entering.each(user -> writer.row(user.value(), true));
        });
        jdbc.sql(sql("segments/analyze-difference")).update();
        return jdbc.sql(sql("segments/apply-difference"))
                .param("segment", segment)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Change(row.getLong("entered"), row.getLong("gone"), staying + row.getLong("entered")))
                .single();
    }

    /** Makes those the members whom the listed identities name. */
    Change replaceByList(long segment, Instant when) {
        jdbc.sql(sql("segments/create-matched")).update();
        jdbc.sql(sql("segments/match-list")).param("segment", segment).update();
        return apply(segment, when);
    }

    /** Makes those the members whose numbers are listed. */
    Change replaceByUsers(long segment, Instant when) {
        jdbc.sql(sql("segments/create-matched")).update();
        jdbc.sql(sql("segments/match-users")).param("segment", segment).update();
        return apply(segment, when);
    }

    /** Makes the members of another segment the members. */
    Change copyOf(long segment, long other, Instant when) {
        jdbc.sql(sql("segments/create-matched")).update();
        jdbc.sql(sql("segments/match-members")).param("other", other).update();
        return apply(segment, when);
    }

    /** @return how many values were taken in */
    long list(long segment, Consumer<ListTaker> values) {
        jdbc.sql(sql("segments/forget-listed")).param("segment", segment).update();
        long taken = copy.into(
                sql("segments/copy-listed"),
                writer -> values.accept((place, value) -> writer.row(segment, place, value)));
        jdbc.sql(sql("segments/analyze-listed")).update();
        return taken;
    }

    /** What the lines of a list name that has been taken in. */
    Lines lines(long segment) {
        return jdbc.sql(sql("segments/count-lines"))
                .param("segment", segment)
                .query((row, number) -> new Lines(row.getLong("known"), row.getLong("repeated")))
                .single();
    }

    /** The first lines of a list that name nobody, as they were written, each text once. */
    List<String> unknown(long segment, int most) {
        return jdbc.sql(sql("segments/list-unknown"))
                .param("segment", segment)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void forgetList(long segment) {
        jdbc.sql(sql("segments/forget-listed")).param("segment", segment).update();
    }

    /** @return the revision of the members */
    UUID saveRefresh(long segment, Instant when, LocalDate asOf, Change change, long milliseconds) {
        return jdbc.sql(sql("segments/save-refresh"))
                .param("segment", segment)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("as_of", asOf)
                .param("members", change.members())
                .param("entered", change.entered())
                .param("gone", change.gone())
                .param("duration_ms", milliseconds)
                .query(UUID.class)
                .single();
    }

    void saveError(long segment, String reference) {
        jdbc.sql(sql("segments/save-error"))
                .param("segment", segment)
                .param("error", reference)
                .update();
    }

    /** Lets those of some members go who are no users any more. */
    void sweep(long segment, UserNumbers some) {
        if (some.size() > 0) {
            jdbc.sql(sql("segments/create-difference")).update();
            copy.into(sql("segments/copy-difference"), writer -> some.each(user -> writer.row(user.value(), false)));
            jdbc.sql(sql("segments/analyze-difference")).update();
            jdbc.sql(sql("segments/delete-gone")).param("segment", segment).update();
        }
    }

    /** Counts a segment's members anew, where nothing decides who they are. */
    void recount(long segment) {
        jdbc.sql(sql("segments/recount-members")).param("segment", segment).update();
    }

    void merge(UserId survivor, UserId absorbed) {
        jdbc.sql(sql("segments/note-handovers"))
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("segments/merge-members"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("segments/drop-absorbed"))
                .param("absorbed", absorbed.value())
                .update();
    }

    private Change apply(long segment, Instant when) {
        jdbc.sql(sql("segments/analyze-matched")).update();
        return jdbc.sql(sql("segments/apply-matched"))
                .param("segment", segment)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Change(row.getLong("entered"), row.getLong("gone"), row.getLong("members")))
                .single();
    }
}
