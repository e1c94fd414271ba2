-- The channels of staged orders that are not refused and that no order has yet; the most frequent first.
-- in: intake. out: channel, rows. Reads only.
select staged.channel, staged.rows
from (
  select r.channel, count(*) as rows
  from activity.intake_row r
  where r.intake_id = :intake
    and r.channel is not null
    and not exists (
      select
      from activity.intake_verdict v
      where v.intake_id = r.intake_id
        and v.line_no = r.line_no
        and v.outcome = 'REJECTED'
    )
  group by r.channel
) staged
where not exists (
  select
  from activity.order_fact o
  where o.channel = staged.channel
)
order by staged.rows desc, staged.channel
