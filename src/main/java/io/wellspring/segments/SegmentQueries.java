package io.wellspring.segments;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.when;

import io.wellspring.profiles.ProfileState;
import io.wellspring.profiles.UserSet;
import io.wellspring.shared.BulkRead;
import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads segments, their members, and who came and went. */
@Component
@RequiredArgsConstructor
class SegmentQueries {

    private static final int FETCHED = 10_000;

    private final JdbcClient jdbc;
    private final BulkRead rows;

    List<SegmentView> list(boolean archived) {
        return jdbc.sql(sql("segments/list-segments"))
                .param("archived", archived)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<SegmentView> find(long segment) {
        return jdbc.sql(sql("segments/find-segment"))
                .param("segment", segment)
                .query((row, number) -> view(row))
                .optional();
    }

    /** Of all segments in use. */
    SegmentGraph graph() {
        Map<Long, RuleNode> rules = new LinkedHashMap<>();
        Map<Long, Long> feeders = new HashMap<>();
        for (SegmentView one : list(false)) {
            rules.put(one.id(), one.rule().orElseGet(RuleNode::empty));
            one.feedsTag().ifPresent(tag -> feeders.put(tag, one.id()));
        }
        return new SegmentGraph(rules, feeders);
    }

    List<RefreshResult> refreshes(long segment, int days) {
        return jdbc.sql(sql("segments/list-refreshes"))
                .param("segment", segment)
                .param("days", days)
                .query((row, number) -> new RefreshResult(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("as_of", LocalDate.class),
                        row.getLong("members"),
                        row.getLong("entered"),
                        row.getLong("gone"),
                        Duration.ofMillis(row.getLong("duration_ms"))))
                .list();
    }

    Slice<Passage> passages(long segment, int page, int size) {
        List<Passage> rows = jdbc.sql(sql("segments/list-passages"))
                .param("segment", segment)
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> new Passage(
                        new UserId(row.getLong("user_id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("entered")))
                .list();
        long total = jdbc.sql(sql("segments/count-passages"))
                .param("segment", segment)
                .query(Long.class)
                .single();
        return new Slice<>(rows, Math.max(page, 1), size, total);
    }

    /** Hands over who came, or left, at one refresh. */
    void passed(long segment, Instant when, boolean entered, Consumer<UserId> taker) {
        jdbc.sql(sql("segments/find-passed"))
                .param("segment", segment)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("entered", entered)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }

    /** What tells the members from those before: of all segments in use, and of one more. */
    List<MemberVersion> versions(long segment) {
        return jdbc.sql(sql("segments/list-versions"))
                .param("segment", segment)
                .query((row, number) -> version(row))
                .list();
    }

    /** The same of one segment; empty before its first refresh. */
    Optional<MemberVersion> version(long segment) {
        return jdbc.sql(sql("segments/find-version"))
                .param("segment", segment)
                .query((row, number) -> version(row))
                .optional();
    }

    private static MemberVersion version(ResultSet row) throws SQLException {
        return new MemberVersion(
                row.getLong("segment_id"), row.getObject("revision", UUID.class), row.getLong("handovers"));
    }

    /** Hands over the members, to whoever needs the connection meanwhile. */
    void members(long segment, Consumer<UserId> taker) {
        jdbc.sql(sql("segments/find-members"))
                .param("segment", segment)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }

    /** The members by their numbers. */
    UserNumbers numbers(long segment) {
        return UserNumbers.of(
                taker -> rows.rows(ConditionQuery.members(segment), row -> taker.accept(new UserId(row.number(0)))));
    }

    /** The members as sets of the users of one state of the profiles. */
    Members members(long segment, ProfileState state) {
        List<UserId> others = new ArrayList<>();
        UserSet users = state.of(taker -> rows.rows(ConditionQuery.members(segment), row -> {
            long user = row.number(0);
            if (state.place(user) >= 0) {
                taker.accept(user);
            } else {
                others.add(new UserId(user));
            }
        }));
        return new Members(users, others);
    }

    List<Passage> passagesOf(long segment, UserId user) {
        return jdbc.sql(sql("segments/find-passages-of-user"))
                .param("segment", segment)
                .param("user", user.value())
                .query((row, number) -> new Passage(
                        user, row.getObject("at", OffsetDateTime.class).toInstant(), row.getBoolean("entered")))
                .list();
    }

    List<Membership> segmentsOf(UserId user) {
        return jdbc.sql(sql("segments/find-segments-of-user"))
                .param("user", user.value())
                .query((row, number) -> new Membership(
                        row.getLong("segment_id"),
                        row.getString("name"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<FormerMembership> formerSegmentsOf(UserId user, List<UserId> absorbed) {
        return jdbc.sql(sql("segments/find-left-of-user"))
                .param("user", user.value())
                .param(
                        "users",
                        Stream.concat(Stream.of(user), absorbed.stream())
                                .map(UserId::toString)
                                .collect(Collectors.joining(",")))
                .query((row, number) -> new FormerMembership(
                        row.getLong("segment_id"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("came", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getObject("gone", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the members of some segments bring, and how they are made up. */
    Map<Long, SegmentFigures> figures(List<Long> segments) {
        giveRoom();
        Map<Long, Map<SegmentFigures.Dimension, List<NamedCount>>> mixes = new HashMap<>();
        jdbc.sql(sql("segments/count-mixes"))
                .param("segments", joined(segments))
                .query(row -> {
                    mixes.computeIfAbsent(row.getLong("segment_id"), unused -> new HashMap<>())
                            .computeIfAbsent(
                                    SegmentFigures.Dimension.valueOf(row.getString("dimension")),
                                    unused -> new ArrayList<>())
                            .add(new NamedCount(row.getString("value"), row.getLong("users")));
                });
        Map<Long, SegmentFigures> figures = new HashMap<>();
        jdbc.sql(sql("segments/sum-segments"))
                .param("segments", joined(segments))
                .query(row -> {
                    long segment = row.getLong("segment_id");
                    figures.put(
                            segment,
                            new SegmentFigures(
                                    row.getLong("users"),
                                    row.getLong("orders"),
                                    new Money(row.getLong("net")),
                                    new Money(row.getLong("window_net")),
                                    mixes.getOrDefault(segment, Map.of())));
                });
        return figures;
    }

    private static String joined(List<Long> segments) {
        return segments.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    Money netOfTop(double share) {
        return cut("segments/find-net-of-top", share);
    }

    Money windowNetOfTop(double share) {
        return cut("segments/find-window-net-of-top", share);
    }

    private Money cut(String statement, double share) {
        return jdbc.sql(sql(statement))
                .param("share", share)
                .query((row, number) -> new Money(row.getLong("net")))
                .single();
    }

    /** Lets the statements of this transaction work in memory. */
    void giveRoom() {
        jdbc.sql(sql("segments/give-room")).query(row -> {});
    }

    private SegmentView view(ResultSet row) throws SQLException {
        return new SegmentView(
                row.getLong("segment_id"),
                row.getString("name"),
                row.getString("description"),
                SegmentKind.valueOf(row.getString("kind")),
                SegmentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                Optional.ofNullable(row.getString("rule")).map(RuleJson::read),
                row.getInt("rule_version"),
                row.getInt("edition"),
                Optional.ofNullable(row.getObject("feeds_tag", Long.class)),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("members"),
                Optional.ofNullable(row.getObject("as_of", LocalDate.class)),
                Optional.ofNullable(row.getObject("refreshed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("duration_ms", Long.class)).map(Duration::ofMillis),
                Optional.ofNullable(row.getString("error")));
    }
}
