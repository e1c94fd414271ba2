-- Limits a version of a rule to segments.
-- in: rule, version, segments (numbers with commas between). Safe to repeat.
insert into points.earning_segment (rule_id, version, segment_id)
select :rule, :version, cast(s.segment as bigint)
from unnest(string_to_array(:segments, ',')) s (segment)
on conflict (rule_id, version, segment_id) do nothing
