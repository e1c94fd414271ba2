-- The channels of staged rows that are not refused and that no user has yet; the most frequent first.
-- in: intake. out: channel, rows. Reads only.
select staged.channel, staged.rows
from (
  select channel, count(*) as rows
  from users.intake_row
  where intake_id = :intake
    and outcome is distinct from 'REJECTED'
    and channel is not null
  group by channel
) staged
where not exists (
  select
  from users.users u
  where u.channel = staged.channel
)
order by staged.rows desc, staged.channel
