-- The channels of staged rows that are not refused and that no user has yet; the most frequent first.
-- in: intake. out: channel, rows. Reads only.
select staged.channel, staged.rows
from (
  select r.channel, count(*) as rows
  from users.intake_row r
  where r.intake_id = :intake
    and r.channel is not null
    and not exists (
      select
      from users.intake_verdict v
      where v.intake_id = r.intake_id
        and v.line_no = r.line_no
        and v.outcome = 'REJECTED'
    )
  group by r.channel
) staged
where not exists (
  select
  from users.users u
  where u.channel = staged.channel
)
order by staged.rows desc, staged.channel
