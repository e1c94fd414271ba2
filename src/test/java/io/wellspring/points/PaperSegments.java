package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments refreshed at moments of one's choice, put where refreshes would have put them; times are local to Shanghai, the default business zone. */
@RequiredArgsConstructor
public class PaperSegments {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    /** One that was never refreshed. */
    public long create(String name) {
        long segment = jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values (:name, 'STATIC', 'ACTIVE', 'Ann', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning segment_id
                        """).param("name", name).query(Long.class).single();
        jdbc.sql("select segments.open_members(:segment)")
                .param("segment", segment)
                .query(row -> {});
        return segment;
    }

    /** A refresh by figures of the day it ran on. */
    public void refresh(long segment, String at, UserId... members) {
        refresh(segment, at, LocalDateTime.parse(at).toLocalDate(), members);
    }

    /** A refresh by figures of another day. */
    public void refresh(long segment, String at, LocalDate asOf, UserId... members) {
        OffsetDateTime when = LocalDateTime.parse(at).atZone(ZONE).toOffsetDateTime();
        jdbc.sql("""
                        with matched as (
                          select cast(n as bigint) as user_id
                          from unnest(string_to_array(:members, ',')) n
                        ), gone as (
                          delete from segments.member m
                          where m.segment_id = :segment and m.user_id not in (select user_id from matched)
                          returning m.user_id
                        ), entered as (
                          insert into segments.member (user_id, segment_id, since)
                          select user_id, :segment, :at from matched
                          on conflict do nothing
                          returning user_id
                        ), passed as (
                          insert into segments.passage (user_id, segment_id, at, entered)
                          select user_id, :segment, :at, true from entered
                          union all
                          select user_id, :segment, :at, false from gone
                          returning entered
                        ), written as (
                          insert into segments.refresh (segment_id, at, as_of, members, entered, gone, duration_ms)
                          select :segment, :at, :as_of, (select count(*) from matched), count(*) filter (where entered), count(*) filter (where not entered), 1
                          from passed
                          returning members
                        )
                        insert into segments.standing (segment_id, members, as_of, refreshed_at, duration_ms)
                        select :segment, members, :as_of, :at, 1 from written
                        on conflict (segment_id) do update set members = excluded.members, as_of = excluded.as_of, refreshed_at = excluded.refreshed_at
                        """)
                .param("segment", segment)
                .param("at", when)
                .param("as_of", asOf)
                .param("members", Arrays.stream(members).map(UserId::toString).collect(Collectors.joining(",")))
                .update();
    }
}
