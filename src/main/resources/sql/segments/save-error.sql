-- Says that a refresh failed; members stay those of the one before. in: segment, error (a reference, no personal data). Safe to repeat.
insert into segments.standing (segment_id, members, error)
values (:segment, 0, :error)
on conflict (segment_id) do update
set error = excluded.error
