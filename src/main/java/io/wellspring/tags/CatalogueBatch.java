package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes groups and tags, and what changing them does to those who have them. */
@Component
@RequiredArgsConstructor
class CatalogueBatch {

    private final JdbcClient jdbc;

    Optional<Long> insertGroup(GroupDraft draft, Instant when) {
        jdbc.sql(sql("tags/drop-former-group-name")).param("name", draft.name()).update();
        return of("tags/insert-group", draft)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<Long> groupNamed(String name) {
        return jdbc.sql(sql("tags/find-group-named"))
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    void updateGroup(long groupId, GroupDraft draft) {
        jdbc.sql(sql("tags/keep-group-name"))
                .param("group", groupId)
                .param("name", draft.name())
                .update();
        jdbc.sql(sql("tags/drop-former-group-name")).param("name", draft.name()).update();
        of("tags/update-group", draft).param("group", groupId).update();
        markSingle(groupId);
    }

    boolean deleteGroup(long groupId) {
        return jdbc.sql(sql("tags/delete-group")).param("group", groupId).update() > 0;
    }

    long usersWithSeveral(long groupId) {
        return jdbc.sql(sql("tags/count-several"))
                .param("group", groupId)
                .query(Long.class)
                .single();
    }

    long usersBeside(long tagId, long groupId) {
        return jdbc.sql(sql("tags/count-beside"))
                .param("tag", tagId)
                .param("group", groupId)
                .query(Long.class)
                .single();
    }

    Optional<Long> insertTag(TagDraft draft, Instant when) {
        dropFormerName(draft.groupId(), draft.name());
        return of("tags/insert-tag", draft)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The name of another tag of the group that is called so, however it is capitalised. */
    Optional<String> tagNamed(long groupId, String name, long except) {
        return jdbc.sql(sql("tags/find-tag-named"))
                .param("group", groupId)
                .param("name", name)
                .param("except", except)
                .query(String.class)
                .optional();
    }

    void updateTag(long tagId, TagDraft draft) {
        keepName(tagId, draft.groupId(), draft.name(), tagId);
        dropFormerName(draft.groupId(), draft.name());
        of("tags/update-tag", draft).param("tag", tagId).update();
        markSingle(draft.groupId());
    }

    TagImpact impactOfMerge(long survivor, long absorbed) {
        return two("tags/count-merge", survivor, absorbed)
                .query((row, number) ->
                        new TagImpact(row.getLong("users"), row.getLong("having"), row.getLong("losing"), List.of()))
                .single();
    }

    void merge(TagDetail survivor, long absorbed, Instant when) {
        long into = survivor.tag().id();
        for (String step : new String[] {"tags/displace-merged", "tags/drop-merged", "tags/move-merged"}) {
            two(step, into, absorbed)
                    .param("when", when.atOffset(ZoneOffset.UTC))
                    .update();
        }
        two("tags/drop-merged-taken", into, absorbed).update();
        two("tags/move-merged-taken", into, absorbed).update();
        two("tags/move-tag-names", into, absorbed).update();
        keepName(absorbed, survivor.card().groupId(), survivor.tag().name(), into);
        delete(absorbed, into, when);
    }

    long takeEverywhere(long tagId, long staffId, Instant when) {
        return jdbc.sql(sql("tags/take-everywhere"))
                .param("tag", tagId)
                .param("staff", staffId)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of a tag that nobody has any longer. */
    void delete(long tagId, @Nullable Long mergedInto, Instant when) {
        jdbc.sql(sql("tags/forget-taken-tag")).param("tag", tagId).update();
        jdbc.sql(sql("tags/keep-gone-tag"))
                .param("tag", tagId)
                .param("merged_into", mergedInto)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(sql("tags/delete-tag")).param("tag", tagId).update();
    }

    private void keepName(long tagId, long groupId, String name, long keeper) {
        jdbc.sql(sql("tags/keep-tag-name"))
                .param("tag", tagId)
                .param("group", groupId)
                .param("name", name)
                .param("keeper", keeper)
                .update();
    }

    private void dropFormerName(long groupId, String name) {
        jdbc.sql(sql("tags/drop-former-tag-name"))
                .param("group", groupId)
                .param("name", name)
                .update();
    }

    private void markSingle(long groupId) {
        jdbc.sql(sql("tags/mark-single")).param("group", groupId).update();
    }

    private JdbcClient.StatementSpec two(String statement, long survivor, long absorbed) {
        return jdbc.sql(sql(statement)).param("survivor", survivor).param("absorbed", absorbed);
    }

    private JdbcClient.StatementSpec of(String statement, GroupDraft draft) {
        return jdbc.sql(sql(statement))
                .param("name", draft.name())
                .param("choice", draft.choice().name())
                .param("description", draft.description());
    }

    private JdbcClient.StatementSpec of(String statement, TagDraft draft) {
        return jdbc.sql(sql(statement))
                .param("group", draft.groupId())
                .param("name", draft.name())
                .param("colour", draft.colour())
                .param("description", draft.description())
                .param("owner", draft.ownerId().orElse(null))
                .param("lifetime", draft.lifetimeDays().orElse(null));
    }
}
