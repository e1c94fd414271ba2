-- Since when a user has held which tier, the latest first, at the end of each day; terms that only went on, and those another version took
-- over, are left out. In: users (numbers with commas between), zone, at and key (all are below them), limit. Changes nothing.
select p.at, p.key, p.name_en, p.name_zh, p.cause, p.reason
from (
  select
    cast(h.starts_on + 1 as timestamp) at time zone :zone - interval '1 microsecond' as at,
    h.user_id as key, t.name_en, t.name_zh, h.cause,
    case when h.cause = 'MANUAL_END' then m.end_reason else m.reason end as reason
  from membership.tier_history h
  join membership.tier t on t.id = h.tier_id
  left join membership.manual_tier m on m.user_id = h.user_id and m.manual_id = h.manual_id
  where h.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and h.cause <> 'PROGRAMME'
) p
where (p.at, p.key) < (:at, :key)
order by p.at desc, p.key desc
limit :limit
