-- Says that the figures of days hold the facts of one intake. Out: 1, or 0 if they did already. Safe to repeat.
-- In: :intake.
insert into metrics.counted_intake (intake_id)
values (:intake)
on conflict (intake_id) do nothing
