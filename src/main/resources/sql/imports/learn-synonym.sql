-- Notes that a header was matched to a field by hand once more.
-- in: kind, header, field, shown, when. Not safe to repeat: it counts.
insert into imports.learned_synonym (kind, header, field, shown, times, last_used_at)
values (:kind, :header, :field, :shown, 1, :when)
on conflict (kind, header, field) do update
set times = learned_synonym.times + 1,
    shown = excluded.shown,
    last_used_at = excluded.last_used_at
