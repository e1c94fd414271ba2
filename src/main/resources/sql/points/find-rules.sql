-- The rules with all their versions, and what became of what they gave; the latest version first.
-- in: rule (null is all). Reads only.
select r.rule_id, r.name, r.activity, v.version, v.valid_from, v.valid_until, v.points, v.per_amount, v.first_bonus, v.birthday_percent, v.day_cap,
  v.month_cap, v.total_cap, v.available_after, v.expiry_policy, v.expiry_number, v.expiry_day, v.stops, v.saved_at, v.saved_by, s.last_day, (
    select string_agg(cast(e.segment_id as text), ',' order by e.segment_id)
    from points.earning_segment e
    where e.rule_id = v.rule_id
      and e.version = v.version
  ) as segments
from points.earning_rule r
join points.earning_version v on v.rule_id = r.rule_id
join points.earning_span s on s.rule_id = v.rule_id and s.version = v.version
where cast(:rule as bigint) is null
  or r.rule_id = :rule
order by r.name, v.version desc
