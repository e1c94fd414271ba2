-- Cuts all users into ranges of numbers, each of about :size.
-- In: :size. Out: from and until (user ids, half-open), in order; none if there are no users. Reads only.
with bounds as (
  select min(user_id) as least, max(user_id) + 1 as beyond, greatest(count(*) / :size, 1) as parts
  from users.users
)
select
  b.least + (b.beyond - b.least) * (p.part - 1) / b.parts as from_id,
  b.least + (b.beyond - b.least) * p.part / b.parts as until_id
from bounds b
cross join generate_series(1, b.parts) p (part)
where b.least is not null
order by 1
