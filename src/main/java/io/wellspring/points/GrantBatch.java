package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps grants and who was chosen for them: they come in by COPY, and from then on one statement speaks of all. */
@Component
@RequiredArgsConstructor
class GrantBatch {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    record Counted(long chosen, long users, long debtors, long settled) {}

    /** Gathers users instead of those before; in pieces, because who hands them over may be reading them by the same connection. */
    void gather(Consumer<Consumer<UserId>> source) {
        jdbc.sql(sql("points/open-grantees")).update();
        jdbc.sql(sql("points/empty-grantees")).update();
        List<UserId> waiting = new ArrayList<>();
        source.accept(user -> {
            waiting.add(user);
            if (waiting.size() == AT_ONCE) {
                flush(waiting);
            }
        });
        flush(waiting);
        jdbc.sql(sql("points/analyze-chosen")).update();
    }

    /** What the gathered would get. */
    Counted count(Points amount) {
        return jdbc.sql(sql("points/rehearse-grant"))
                .param("amount", amount.value())
                .query((row, number) -> new Counted(
                        row.getLong("chosen"), row.getLong("users"), row.getLong("debtors"), row.getLong("settled")))
                .single();
    }

    /** What somebody granted on a day alone. */
    long granted(StaffMember by, LocalDate day) {
        return ofDay("points/sum-granted", by, day);
    }

    /** The most one of the gathered got from somebody on a day. */
    long mostGiven(StaffMember by, LocalDate day) {
        return ofDay("points/find-most-given", by, day);
    }

    void oneAfterTheOther() {
        jdbc.sql(sql("points/lock-grants")).update();
    }

    Optional<Long> ofForm(UUID form) {
        return jdbc.sql(sql("points/find-grant-of-form"))
                .param("form_key", form.toString())
                .query(Long.class)
                .optional();
    }

    /** Keeps a grant and the gathered as those it is for. */
    Optional<Long> insert(
            UUID form, GrantTerms terms, Grantees to, long users, BulkGrant.State state, StaffMember by, Moment now) {
        Optional<Long> grant = jdbc.sql(sql("points/insert-grant"))
                .param("form_key", form.toString())
                .param("name", terms.name())
                .param("amount", terms.amount().value())
                .param("reason", terms.reason())
                .param("expires_on", terms.lastDay().orElse(null))
                .param("chosen", to.chosen().name())
                .param("whom", to.whom().english())
                .param("whom_zh", to.whom().chinese())
                .param("list", to.list().orElse(null))
                .param("users", users)
                .param("state", state.name())
                .param("day", now.day())
                .param("staff", by.id())
                .param("name_of_staff", by.name())
                .param("when", now.utc())
                .query(Long.class)
                .optional();
        grant.ifPresent(number ->
                jdbc.sql(sql("points/insert-grantees")).param("grant", number).update());
        return grant;
    }

    /** When something is done, and the business day that is. */
    record Moment(Instant at, LocalDate day) {

        OffsetDateTime utc() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    boolean lock(long grant) {
        return jdbc.sql(sql("points/lock-grant"))
                .param("grant", grant)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Optional<BulkGrant> find(long grant, long asking) {
        return find(Optional.of(grant), Optional.empty(), 1, 1, asking).stream().findFirst();
    }

    Slice<BulkGrant> list(Optional<BulkGrant.State> state, int page, int size, long asking) {
        int number = Math.max(page, 1);
        return new Slice<>(find(Optional.empty(), state, number, size, asking), number, size, count(state));
    }

    long count(Optional<BulkGrant.State> state) {
        return jdbc.sql(sql("points/count-grants"))
                .param("state", state.map(Enum::name).orElse(null))
                .query(Long.class)
                .single();
    }

    Slice<Grantee> users(BulkGrant grant, int page, int size) {
        int number = Math.max(page, 1);
        List<Grantee> rows = jdbc.sql(sql("points/find-grantees"))
                .param("grant", grant.id())
                .param("limit", size)
                .param("offset", Slice.offset(number, size))
                .query((row, n) -> grantee(row))
                .list();
        return new Slice<>(rows, number, size, grant.users());
    }

    void decide(long grant, BulkGrant.State state, String why, StaffMember by, Moment now) {
        signed("points/decide-grant", grant, state, by, now)
                .param("day", now.day())
                .param("why", why)
                .update();
    }

    void withdraw(long grant, BulkGrant.State state, StaffMember by, Moment now) {
        signed("points/withdraw-grant", grant, state, by, now).update();
    }

    void forgetUsers(long grant) {
        jdbc.sql(sql("points/forget-grantees")).param("grant", grant).update();
    }

    private void flush(List<UserId> waiting) {
        copy.into(sql("points/copy-grantees"), writer -> waiting.forEach(user -> writer.row(user.value())));
        waiting.clear();
    }

    private long ofDay(String statement, StaffMember by, LocalDate day) {
        return jdbc.sql(sql(statement))
                .param("staff", by.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec signed(
            String statement, long grant, BulkGrant.State state, StaffMember by, Moment now) {
        return jdbc.sql(sql(statement))
                .param("grant", grant)
                .param("state", state.name())
                .param("staff", by.id())
                .param("name", by.name())
                .param("when", now.utc());
    }

    private List<BulkGrant> find(
            Optional<Long> grant, Optional<BulkGrant.State> state, int page, int size, long asking) {
        return jdbc.sql(sql("points/find-grants"))
                .param("grant", grant.orElse(null))
                .param("state", state.map(Enum::name).orElse(null))
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> grant(row, asking))
                .list();
    }

    private static BulkGrant grant(ResultSet row, long asking) throws SQLException {
        return new BulkGrant(
                row.getLong("grant_id"),
                new GrantTerms(
                        row.getString("name"),
                        new Points(row.getLong("amount")),
                        row.getString("reason"),
                        Optional.ofNullable(row.getObject("expires_on", LocalDate.class))),
                Grantees.How.valueOf(row.getString("chosen")),
                new FilterWords(row.getString("whom"), row.getString("whom_zh")),
                Optional.ofNullable(row.getString("list")),
                row.getLong("users"),
                BulkGrant.State.valueOf(row.getString("state")),
                row.getObject("day", LocalDate.class),
                deed(row, "requested", "").orElseThrow(),
                deed(row, "decided", row.getString("decided_why")),
                deed(row, "withdrawn", ""),
                figures(row),
                row.getLong("requested_by") == asking);
    }

    private static BulkGrant.Figures figures(ResultSet row) throws SQLException {
        return new BulkGrant.Figures(
                row.getLong("given_users"),
                row.getLong("given_points"),
                row.getLong("settled_points"),
                row.getLong("left_points"),
                row.getLong("expired_points"),
                row.getLong("taken_back_users"),
                row.getLong("taken_back_points"),
                Optional.ofNullable(row.getObject("added_up_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<BulkGrant.Deed> deed(ResultSet row, String what, String why) throws SQLException {
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new BulkGrant.Deed(row.getString(what + "_by_name"), at.toInstant(), why));
    }

    private static Grantee grantee(ResultSet row) throws SQLException {
        UserId user = new UserId(row.getLong("user_id"));
        long given = row.getLong("amount");
        return new Grantee(
                user,
                given == 0
                        ? Optional.empty()
                        : Optional.of(new Grantee.Share(
                                given,
                                row.getLong("settled"),
                                row.getLong("remaining"),
                                row.getLong("expired"),
                                row.getLong("taken_back"))));
    }
}
