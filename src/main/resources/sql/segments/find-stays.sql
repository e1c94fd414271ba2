-- When users were in segments: who left, from the log of who came and went; who is in one now, from its members. What a refresh found holds from when it ran
-- or, where its figures are of an earlier day, from the end of that day; never longer than what was found later. What the first day of a segment ended
-- with holds for all time before. A segment that was put away has nobody from then on.
-- in, by place: {0} a query for the users (user_id), {1} segments (numbers with commas between, written into the statement so that only their parts are read),
-- {2} zone. out: user_id, from_at, until_at (half-open). Reads only.
with asked as materialized (
  select distinct a.user_id
  from ({0}) a
), told as materialized (
  select r.segment_id, r.at, r.as_of,
    min(least(r.at, cast(r.as_of + 1 as timestamp) at time zone {2})) over (partition by r.segment_id order by r.at desc) as holds_from
  from segments.refresh r
  where r.segment_id = any (cast(string_to_array({1}, ',') as bigint[]))
), bounds as materialized (
  select s.segment_id, cast(cast(min(t.holds_from) at time zone {2} as date) + 1 as timestamp) at time zone {2} as first_day_over,
    case
      when s.state = 'ARCHIVED' then least(s.changed_at, cast(max(t.as_of) + 1 as timestamp) at time zone {2})
      else timestamptz 'infinity'
    end as put_away
  from segments.segment s
  join told t on t.segment_id = s.segment_id
  group by s.segment_id
), passed as (
  select p.user_id, p.segment_id, p.at, p.entered, lead(p.at) over (partition by p.user_id, p.segment_id order by p.at) as next_at
  from asked a
  join segments.passage p on p.user_id = a.user_id
  where p.segment_id = any (cast(string_to_array({1}, ',') as bigint[]))
), stay as (
  select p.user_id, p.segment_id, p.at as came, p.next_at as went
  from passed p
  where p.entered
    and p.next_at is not null
  union all
  select m.user_id, m.segment_id, m.since, null
  from asked a
  join segments.member m on m.user_id = a.user_id
  where m.segment_id = any (cast(string_to_array({1}, ',') as bigint[]))
), held as (
  select s.user_id, b.put_away,
    case when c.holds_from >= b.first_day_over then c.holds_from else timestamptz '-infinity' end as from_at,
    case
      when s.went is null then timestamptz 'infinity'
      when w.holds_from >= b.first_day_over then w.holds_from
      else timestamptz '-infinity'
    end as until_at
  from stay s
  join bounds b on b.segment_id = s.segment_id
  left join told c on c.segment_id = s.segment_id and c.at = s.came
  left join told w on w.segment_id = s.segment_id and w.at = s.went
)
select h.user_id, h.from_at, least(h.until_at, h.put_away) as until_at
from held h
where h.from_at < least(h.until_at, h.put_away)
