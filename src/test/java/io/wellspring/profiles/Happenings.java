package io.wellspring.profiles;

import io.wellspring.Facts;
import io.wellspring.shared.UserId;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to users besides buying, put where it would have been put. */
@RequiredArgsConstructor
final class Happenings {

    private final JdbcClient jdbc;
    private final Facts facts;

    void did(UserId user, String type, String at) {
        jdbc.sql("""
                        insert into activity.behaviour (user_id, type, happened_at, attributes, intake_id)
                        values (:user, :type, :at, '{"page": "home"}', 1)
                        """)
                .param("user", user.value())
                .param("type", type)
                .param("at", OffsetDateTime.parse(at))
                .update();
    }

    long segment(String name) {
        return jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values (:name, 'STATIC', 'ACTIVE', 'Ann', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning segment_id
                        """).param("name", name).query(Long.class).single();
    }

    void passed(UserId user, long segment, String at, boolean entered) {
        jdbc.sql("insert into segments.passage (user_id, segment_id, at, entered) values (:user, :segment, :at, :in)")
                .param("user", user.value())
                .param("segment", segment)
                .param("at", OffsetDateTime.parse(at))
                .param("in", entered)
                .update();
    }

    void imported(UserId user) {
        jdbc.sql("""
                        insert into users.user_change (
                          user_id, intake_id, line_no, before, after, was_demo, was_touched_by, was_updated_at)
                        values (:user, :file, 2, '{"CITY": "Ningbo"}', '{"CITY": "Hangzhou", "PHONE": "+8613800002210"}', false, 1,
                          timestamptz '2026-01-01')
                        """)
                .param("user", user.value())
                .param("file", facts.file("members.csv", "2026-06-30"))
                .update();
    }

    void claimed(UserId user) {
        jdbc.sql("""
                        with made as (
                          insert into membership.benefit (kind, name_en, name_zh, description, cost, active_from, created_at)
                          values ('GIFT', 'Cake', '蛋糕', '', 100, '2026-01-01', timestamptz '2026-01-01')
                          returning benefit_id
                        )
                        insert into membership.claim (user_id, benefit_id, tier_id, day, at, cost, key, by_name)
                        select :user, benefit_id, 1, '2026-06-30', timestamptz '2026-06-30 09:00+08', 100, 'cake', 'Ann'
                        from made
                        """).param("user", user.value()).update();
    }
}
