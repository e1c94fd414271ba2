package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class TagQueries {

    private final JdbcClient jdbc;

    List<TagGroup> groups() {
        record Group(long id, String name) {}
        Map<Group, List<TagUse>> groups = new LinkedHashMap<>();
        jdbc.sql(sql("tags/find-groups")).query(row -> {
            Group group = new Group(row.getLong("group_id"), row.getString("group_name"));
            List<TagUse> tags = groups.computeIfAbsent(group, unused -> new ArrayList<>());
            if (row.getString("name") != null) {
                tags.add(new TagUse(
                        new Tag(row.getLong("tag_id"), group.name(), row.getString("name"), row.getInt("colour")),
                        row.getLong("users")));
            }
        });
        return groups.entrySet().stream()
                .map(entry -> new TagGroup(entry.getKey().id(), entry.getKey().name(), entry.getValue()))
                .toList();
    }

    List<UserTag> tagsOf(UserId user) {
        return jdbc.sql(sql("tags/find-tags-of-user"))
                .param("user", user.value())
                .query((row, number) -> new UserTag(
                        new Tag(
                                row.getLong("tag_id"),
                                row.getString("group_name"),
                                row.getString("name"),
                                row.getInt("colour")),
                        Optional.ofNullable(row.getObject("intake_id", Long.class)),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
