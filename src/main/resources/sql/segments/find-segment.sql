-- One segment with how it stands. in: segment. out: at most one row. Reads only.
select
  s.segment_id, s.name, s.description, s.kind, s.state, s.fault, s.rule::text as rule, s.rule_version, s.edition, s.feeds_tag, s.created_by,
  s.created_at, coalesce(t.members, 0) as members, t.as_of, t.refreshed_at, t.duration_ms, t.error
from segments.segment s
left join segments.standing t on t.segment_id = s.segment_id
where s.segment_id = :segment
