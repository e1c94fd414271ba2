-- Ends the open terms of those who were decided on. Out: rows changed. Safe to repeat.
update membership.tier_history h
set during = daterange(h.starts_on, d.starts_on)
from membership.decision d
where h.user_id = d.user_id
and upper_inf(h.during)
and h.starts_on < d.starts_on
