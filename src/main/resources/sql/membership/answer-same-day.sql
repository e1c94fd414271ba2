-- A decision on the day on which a term began takes that term's place: it came from where that one came from, and began where that one did.
-- To be run before delete-same-day. Out: rows changed. Safe to repeat.
update membership.decision d
set from_tier_id = nullif(h.from_tier_id, d.tier_id),
    cause = case when h.cause in ('START', 'MANUAL_END', 'PAID_END') and d.cause in ('UP', 'REFUND') then h.cause else d.cause end,
    manual_id = case when h.cause = 'MANUAL_END' and d.cause = 'UP' then h.manual_id else d.manual_id end
from membership.tier_history h
where h.user_id = d.user_id
and h.starts_on = d.starts_on
