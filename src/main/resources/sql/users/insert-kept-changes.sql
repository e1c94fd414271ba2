-- Says which users are not as they were before an undone intake, and why. Who is named already stays as named.
-- in: intake. Safe to repeat.
insert into users.undo_remainder (intake_id, user_id, outcome, reason, fact)
select :intake, user_id,
  case when bool_or(outcome = 'FAILED') then 'FAILED' else 'KEPT' end,
  case when bool_or(outcome = 'FAILED') then 'IDENTITY_TAKEN' else 'CHANGED_SINCE' end,
  string_agg(cell, ',' order by cell) filter (where outcome = 'FAILED')
from users.undo_cell
where intake_id = :intake
  and outcome <> 'RESTORED'
group by user_id
on conflict (intake_id, user_id) do nothing
