-- Notes how many rows were staged, and the kinds of identity they give.
-- in: intake, rows, given (with commas between them). Safe to repeat.
insert into users.intake_staged (intake_id, rows, given)
values (:intake, :rows, :given)
on conflict (intake_id) do update
set rows = excluded.rows,
    given = excluded.given
