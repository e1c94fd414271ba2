-- Writes the next version of a rule. Under the lock of the rule.
-- in: rule, what the version says, when, by. out: its number. Safe to repeat: a later version that says the same changes nothing.
insert into points.earning_version (rule_id, version, valid_from, valid_until, points, per_amount, first_bonus, birthday_percent, day_cap, month_cap,
  total_cap, available_after, expiry_policy, expiry_number, expiry_day, stops, saved_at, saved_by)
select :rule, coalesce(max(v.version), 0) + 1, :valid_from, cast(:valid_until as date), :points, cast(:per_amount as bigint), :first_bonus,
  :birthday_percent, cast(:day_cap as bigint), cast(:month_cap as bigint), cast(:total_cap as bigint), :available_after, :expiry_policy,
  cast(:expiry_number as int), cast(:expiry_day as date), :stops, :when, :by
from points.earning_version v
where v.rule_id = :rule
returning version
