-- Says that profiles were brought up to date, and histories before them: what was counted of either no longer holds. Safe to repeat: it is counted once more.
insert into profiles.revision (revision)
values (gen_random_uuid())
on conflict (only_one) do update
set revision = excluded.revision
