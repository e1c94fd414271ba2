package io.wellspring.tags;

import io.wellspring.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tags and who has them, as text. */
final class TagFixtures {

    static final Instant WHEN = Instant.parse("2026-07-01T02:00:00Z");
    static final TagTerms ADDING = new TagTerms(List.of(), Set.of(), WHEN);

    private TagFixtures() {}

    static TagDraft draft(long group, String name) {
        return new TagDraft(group, name, 1, "", Optional.empty(), Optional.empty());
    }

    static TagDraft described(long group, String name, String description) {
        return new TagDraft(group, name, 1, description, Optional.empty(), Optional.empty());
    }

    static Crowd crowd(UserId... users) {
        return new Crowd(Map.of(), each(users));
    }

    static Consumer<Consumer<UserId>> each(UserId... users) {
        return taker -> Stream.of(users).forEach(taker);
    }

    static TagRow row(long line, String name, String group, String... tags) {
        return new TagRow(line, "X-" + name, null, null, group, List.of(tags));
    }

    /** As file 5. */
    static void imported(TagIntake intake, TagRow... rows) {
        intake.stage(5, taker -> List.of(rows).forEach(taker));
        intake.merge(5, ADDING);
        intake.discard(5);
    }

    /** {@code ann gold, bob kol}: everybody with every tag, by name. */
    static @Nullable String held(JdbcClient jdbc) {
        return jdbc.sql("""
                        select string_agg(u.name || ' ' || t.name, ', ' order by u.name, t.name)
                        from tags.user_tag h
                        join users.users u using (user_id)
                        join tags.tag t using (tag_id)
                        """).query(String.class).optional().orElse("");
    }

    /** {@code +gold STAFF, -gold EXPIRY}: what became of one user's tags, in order. */
    static String history(JdbcClient jdbc, UserId user) {
        return String.join(
                ", ",
                jdbc.sql("""
                        select case what when 'GIVEN' then '+' else '-' end || coalesce(t.name, g.name) || ' ' || cause
                        from tags.tag_change c
                        left join tags.tag t using (tag_id)
                        left join tags.gone_tag g using (tag_id)
                        where c.user_id = :user
                        order by change_id
                        """).param("user", user.value()).query(String.class).list());
    }

    /** Where the history, replayed, is not what users have, a change changes nothing, or somebody has two of a single choice. Must be empty. */
    static List<String> outOfStep(JdbcClient jdbc) {
        return jdbc.sql("""
                        with ordered as (
                          select user_id, tag_id, what, change_id,
                                 lag(what) over (partition by user_id, tag_id order by change_id) as before,
                                 lead(what) over (partition by user_id, tag_id order by change_id) as next
                          from tags.tag_change
                        )
                        select 'nothing new: ' || o::text
                        from ordered o
                        where o.what = coalesce(o.before, 'TAKEN')
                        union all
                        select 'replayed otherwise: ' || coalesce(o::text, h::text)
                        from (select user_id, tag_id from ordered where next is null and what = 'GIVEN') o
                        full join tags.user_tag h using (user_id, tag_id)
                        where o.user_id is null or h.user_id is null
                        union all
                        select 'marked otherwise: ' || h::text
                        from tags.user_tag h
                        left join tags.tag_terms t using (tag_id)
                        where t.tag_id is null or h.single_group is distinct from t.single_group
                        union all
                        select 'two of ' || t.group_id || ': ' || h.user_id
                        from tags.user_tag h
                        join tags.tag_terms t using (tag_id)
                        where t.single_group is not null
                        group by h.user_id, t.group_id
                        having count(*) > 1
                        """).query(String.class).list();
    }
}
