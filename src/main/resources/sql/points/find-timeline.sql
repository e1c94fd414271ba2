-- What became of a user's points, the latest first: at its instant where that is of its business day, else at the end of that day; and when what was
-- redeemed was handed over.
-- in: users (numbers with commas between), zone, at and key (all are below them), limit. Reads only.
select p.at, p.key, p.whole_day, p.kind, p.amount, p.reason
from (
  select e.entry_id as key, e.kind, e.amount, e.reason,
    cast(e.at at time zone :zone as date) <> e.day as whole_day,
    case
      when cast(e.at at time zone :zone as date) = e.day then e.at
      else cast(e.day + 1 as timestamp) at time zone :zone - interval '1 microsecond'
    end as at
  from points.entry e
  where e.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  union all
  select -d.redemption_id, 'FULFILLED', d.price, r.name, false, d.decided_at
  from points.redemption d
  join points.reward r on r.reward_id = d.reward_id
  where d.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
    and d.state = 'FULFILLED'
) p
where (p.at, p.key) < (:at, :key)
order by p.at desc, p.key desc
limit :limit
