-- What happened to a user's paid memberships, the latest first, at the end of each day. In: users (numbers with commas between), zone, at and key
-- (all are below them), limit. Changes nothing.
select p.at, p.key, p.kind, p.name_en, p.name_zh, p.last_day, p.amount, p.reason
from (
  select
    cast(x.day + 1 as timestamp) at time zone :zone - interval '1 microsecond' as at,
    x.fact_id as key, x.kind, n.name_en, n.name_zh, x.until_on - 1 as last_day, x.amount, x.reason
  from membership.paid_fact x
  join membership.plan n on n.plan_id = x.plan_id
  where x.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
) p
where (p.at, p.key) < (:at, :key)
order by p.at desc, p.key desc
limit :limit
