-- Writes a redemption; with a code it is fulfilled at once.
-- in: user, reward, key, price, code, when, by. out: rows written. Safe to repeat: a key is one redemption.
insert into points.redemption (user_id, reward_id, key, price, code, state, requested_at, requested_by, decided_at, decided_by)
select :user, :reward, :key, :price, cast(:code as text), s.state, :when, :by, s.at, s.by
from (
  select case when cast(:code as text) is null then 'RESERVED' else 'FULFILLED' end as state,
    case when cast(:code as text) is not null then cast(:when as timestamptz) end as at,
    case when cast(:code as text) is not null then cast(:by as text) end as by
) s
on conflict (key) do nothing
