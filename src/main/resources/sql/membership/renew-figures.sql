-- Gives the figures a revision they never had: to be run by whoever changes them, in the same transaction. Out: one row written.
-- Safe to repeat: then it is yet another.
insert into membership.revision (standing, figures)
values (gen_random_uuid(), gen_random_uuid())
on conflict (only_one) do update
set figures = excluded.figures
