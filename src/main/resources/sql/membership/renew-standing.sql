-- Gives standing a revision it never had: to be run by whoever changes it, in the same transaction. Out: one row written.
-- Safe to repeat: then it is yet another.
insert into membership.revision (standing, figures)
values (gen_random_uuid(), gen_random_uuid())
on conflict (only_one) do update
set standing = excluded.standing
