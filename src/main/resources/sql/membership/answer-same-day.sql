-- A decision on the day on which a term began takes that term's place: it came from the tier held before that day, and began where that term
-- did. A term that came from no other tier went on from the same one, unless nothing was before it.
-- To be run before delete-same-day. Out: rows changed. Safe to repeat.
update membership.decision d
set from_tier_id = case
      when b.tier_no <> n.tier_no and exists (
        select 1
        from membership.tier_history p
        where p.user_id = h.user_id
        and p.starts_on < h.starts_on
      ) then b.id
    end,
    cause = case when h.cause in ('START', 'MANUAL_END', 'PAID_END') and d.cause in ('UP', 'REFUND') then h.cause else d.cause end,
    manual_id = case when h.cause = 'MANUAL_END' and d.cause = 'UP' then h.manual_id else d.manual_id end
from membership.tier_history h
join membership.tier b on b.id = coalesce(h.from_tier_id, h.tier_id)
cross join membership.tier n
where h.user_id = d.user_id
and h.starts_on = d.starts_on
and n.id = d.tier_id
