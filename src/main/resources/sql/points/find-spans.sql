-- When each version of the rules decides, in the order of their days; those that never do are left out.
-- Reads only.
select s.rule_id, s.version, s.from_day, s.last_day, v.birthday_percent <> 100 as birthdays, (
  select string_agg(cast(e.segment_id as text), ',')
  from points.earning_segment e
  where e.rule_id = s.rule_id
    and e.version = s.version
) as segments
from points.earning_span s
join points.earning_version v on v.rule_id = s.rule_id and v.version = s.version
where s.last_day is null
  or s.last_day >= s.from_day
order by s.rule_id, s.from_day, s.version
