-- Keeps what the rows that update change, value by value, so that it can be undone. What is empty is left out.
-- in: intake, fill (fields never overwritten). Safe to repeat after comparing anew: a row that is done changes nothing any more.
insert into users.user_change (user_id, intake_id, line_no, before, after, was_demo, was_touched_by, was_updated_at)
select c.user_id, :intake, c.line_no, users.cells_not_in(c.before, c.after), users.cells_not_in(c.after, c.before),
  c.demo, c.touched_by, c.updated_at
from (
  select u.user_id, v.line_no, u.demo, u.touched_by, u.updated_at,
    users.cells(u) as before, users.cells(users.effect_of(r, u, string_to_array(:fill, ','))) as after
  from users.intake_verdict v
  join users.intake_row r on r.intake_id = :intake and r.line_no = v.line_no
  join users.users u on u.user_id = v.user_id
  where v.intake_id = :intake
    and v.outcome = 'UPDATED'
) c
