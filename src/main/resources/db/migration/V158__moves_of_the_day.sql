-- Terms that took the place of another one of the same day say which tier was held before that day, where it was another one.
update membership.tier_history h
set from_tier_id = b.id
from membership.tier_history p
join membership.tier o on o.id = p.tier_id
join membership.tier b on b.tier_no = o.tier_no
join membership.tier n on n.version = b.version and n.tier_no <> b.tier_no
where h.from_tier_id is null
and h.cause not in ('START', 'KEPT', 'PROGRAMME')
and p.user_id = h.user_id
and upper(p.during) = h.starts_on
and n.id = h.tier_id;
