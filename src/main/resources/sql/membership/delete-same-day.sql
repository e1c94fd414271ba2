-- Drops the terms that began on the day of a decision on the same user. Out: rows deleted. Safe to repeat.
delete from membership.tier_history h
using membership.decision d
where h.user_id = d.user_id
and h.starts_on = d.starts_on
