-- Keeps what users get for checking in, if it is still as seen.
-- in: edition (as seen; 0 before the first time), steps (numbers with commas between), after_last, expires_after, when, by.
-- out: rows written, none if somebody else was first. Safe to repeat: the edition is another then.
insert into points.check_in_ladder (steps, after_last, expires_after, changed_at, changed_by)
values (cast(string_to_array(:steps, ',') as bigint[]), :after_last, cast(:expires_after as int), :when, :by)
on conflict (only_one) do update
set steps = excluded.steps,
  after_last = excluded.after_last,
  expires_after = excluded.expires_after,
  changed_at = excluded.changed_at,
  changed_by = excluded.changed_by,
  edition = check_in_ladder.edition + 1
where check_in_ladder.edition = :edition
