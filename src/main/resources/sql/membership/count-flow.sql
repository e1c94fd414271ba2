-- How many moved from which tier into which in each month after one day and up to another. Terms that went on are no moves.
-- In: :from, :to (business days). Out: month (its first day), from_tier_id, tier_id, users. Changes nothing.
select date_trunc('month', h.starts_on::timestamp)::date as month, h.from_tier_id, h.tier_id, count(*) as users
from membership.tier_history h
where h.starts_on > :from
and h.starts_on <= :to
and h.from_tier_id is not null
group by 1, 2, 3
order by 1, 2, 3
