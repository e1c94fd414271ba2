-- Notes how many rows were staged, the kinds of identity they give, and the last of their lines.
-- in: intake, rows, given (with commas between them), last_line. Safe to repeat.
insert into activity.intake_staged (intake_id, rows, given, last_line)
values (:intake, :rows, :given, :last_line)
on conflict (intake_id) do update
set rows = excluded.rows,
    given = excluded.given,
    last_line = excluded.last_line
