-- The channels of staged orders that are not refused and that no order has yet; the most frequent first.
-- in: intake. out: channel, rows. Reads only.
select staged.channel, staged.rows
from (
  select channel, count(*) as rows
  from activity.intake_row
  where intake_id = :intake
    and outcome is distinct from 'REJECTED'
    and channel is not null
  group by channel
) staged
where not exists (
  select
  from activity.order_fact o
  where o.channel = staged.channel
)
order by staged.rows desc, staged.channel
