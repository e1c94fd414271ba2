package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class TagQueries {

    private final JdbcClient jdbc;

    List<TagGroup> groups() {
        Map<Long, TagGroup> groups = new LinkedHashMap<>();
        Map<Long, List<TagUse>> uses = new LinkedHashMap<>();
        jdbc.sql(sql("tags/find-groups")).query(row -> {
            long groupId = row.getLong("group_id");
            groups.computeIfAbsent(groupId, unused -> group(row, "group_name", "group_description"));
            List<TagUse> tags = uses.computeIfAbsent(groupId, unused -> new ArrayList<>());
            if (row.getString("name") != null) {
                tags.add(new TagUse(tag(row), card(row), row.getLong("users")));
            }
        });
        return groups.values().stream()
                .map(group -> new TagGroup(
                        group.id(),
                        group.name(),
                        group.choice(),
                        group.description(),
                        uses.getOrDefault(group.id(), List.of())))
                .toList();
    }

    List<TagChoices> choices() {
        record Group(long id, String name, Choice choice) {}
        Map<Group, List<Tag>> groups = new LinkedHashMap<>();
        jdbc.sql(sql("tags/find-choices")).query(row -> {
            Group group = new Group(
                    row.getLong("group_id"), row.getString("group_name"), Choice.valueOf(row.getString("choice")));
            groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(tag(row));
        });
        return groups.entrySet().stream()
                .map(entry -> new TagChoices(
                        entry.getKey().id(),
                        entry.getKey().name(),
                        entry.getKey().choice(),
                        entry.getValue()))
                .toList();
    }

    List<TagGroup> groupNames() {
        return jdbc.sql(sql("tags/find-group-names"))
                .query((row, number) -> group(row, "name", "description"))
                .list();
    }

    TagGroup group(long groupId) {
        return jdbc.sql(sql("tags/find-group"))
                .param("group", groupId)
                .query((row, number) -> group(row, "name", "description"))
                .optional()
                .orElseThrow(() -> new UnknownTagGroup(groupId));
    }

    TagDetail tag(long tagId) {
        return findTag(tagId).orElseThrow(() -> new UnknownTag(tagId));
    }

    Optional<TagDetail> findTag(long tagId) {
        return jdbc.sql(sql("tags/find-tag"))
                .param("tag", tagId)
                .query((row, number) -> new TagDetail(tag(row), card(row)))
                .optional();
    }

    Map<Long, TagName> names() {
        Map<Long, TagName> names = new HashMap<>();
        jdbc.sql(sql("tags/find-names")).query(row -> {
            names.put(row.getLong("tag_id"), new TagName(row.getString("name"), row.getBoolean("gone")));
        });
        return names;
    }

    List<TagOwner> owners() {
        return jdbc.sql(sql("tags/find-owners"))
                .query((row, number) -> new TagOwner(row.getLong("id"), row.getString("name")))
                .list();
    }

    long usersOf(long tagId) {
        return jdbc.sql(sql("tags/count-users-of-tag"))
                .param("tag", tagId)
                .query(Long.class)
                .single();
    }

    Set<String> singleNames() {
        return jdbc.sql(sql("tags/find-single-names")).query(String.class).set();
    }

    List<UserTag> tagsOf(UserId user) {
        return jdbc.sql(sql("tags/find-tags-of-user"))
                .param("user", user.value())
                .query((row, number) -> new UserTag(
                        tag(row),
                        number(row, "intake_id"),
                        number(row, "segment_id"),
                        Optional.ofNullable(row.getString("staff_name")),
                        instant(row, "since"),
                        Optional.ofNullable(row.getObject("expires_on", LocalDate.class))))
                .list();
    }

    Slice<TagChange> historyOf(UserId user, int page, int size) {
        int number = Math.max(page, 1);
        List<TagChange> rows = jdbc.sql(sql("tags/find-changes"))
                .param("user", user.value())
                .param("limit", size)
                .param("offset", Slice.offset(number, size))
                .query((row, n) -> new TagChange(
                        instant(row, "at"),
                        row.getString("what").equals("GIVEN"),
                        tag(row),
                        TagCause.valueOf(row.getString("cause")),
                        number(row, "cause_id"),
                        Optional.ofNullable(row.getString("cause_name"))))
                .list();
        long total = jdbc.sql(sql("tags/count-changes"))
                .param("user", user.value())
                .query(Long.class)
                .single();
        return new Slice<>(rows, number, size, total);
    }

    TagCoverage coverage(long users) {
        List<TagCoverage.ByNumber> some = jdbc.sql(sql("tags/count-by-number"))
                .query((row, number) -> new TagCoverage.ByNumber(row.getLong("tags"), row.getLong("users")))
                .list();
        long tagged = some.stream().mapToLong(TagCoverage.ByNumber::users).sum();
        List<TagCoverage.ByNumber> all = new ArrayList<>();
        all.add(new TagCoverage.ByNumber(0, Math.max(0, users - tagged)));
        all.addAll(some);
        List<TagCoverage.ByGroup> groups = jdbc.sql(sql("tags/count-by-group"))
                .query((row, number) -> new TagCoverage.ByGroup(
                        row.getLong("group_id"),
                        row.getString("name"),
                        Choice.valueOf(row.getString("choice")),
                        row.getLong("tags"),
                        row.getLong("users")))
                .list();
        return new TagCoverage(Math.max(users, tagged), tagged, all, groups);
    }

    private static TagGroup group(ResultSet row, String name, String description) {
        try {
            return new TagGroup(
                    row.getLong("group_id"),
                    row.getString(name),
                    Choice.valueOf(row.getString("choice")),
                    row.getString(description),
                    List.of());
        } catch (SQLException e) {
            throw new IllegalStateException("A group that cannot be read", e);
        }
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(row.getLong("tag_id"), row.getString("group_name"), row.getString("name"), row.getInt("colour"));
    }

    private static TagCard card(ResultSet row) throws SQLException {
        String ownerName = row.getString("owner_name");
        return new TagCard(
                row.getLong("group_id"),
                Choice.valueOf(row.getString("choice")),
                row.getString("description"),
                number(row, "owner_id").map(id -> new TagOwner(id, ownerName)),
                Optional.ofNullable(row.getObject("lifetime_days", Integer.class)),
                number(row, "fed_by"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
