-- The users nobody knows that the staged activity would make known, each as it is first seen, by the first identity that counts and is given.
-- in: intake, first, second, third (kinds of identity; empty where fewer count). out: kind, value, seen_at. Reads only.
select k.kind, k.value, min(r.happened_at) as seen_at
from activity.behaviour_intake_row r
cross join lateral (
  select given.kind, given.value
  from (values
    (:first, case :first when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end, 1),
    (:second, case :second when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end, 2),
    (:third, case :third when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end, 3)
  ) given (kind, value, place)
  where given.value is not null
  order by given.place
  limit 1
) k
where r.intake_id = :intake
  and r.outcome = 'CREATED'
  and r.user_id is null
group by k.kind, k.value
order by k.kind, k.value
