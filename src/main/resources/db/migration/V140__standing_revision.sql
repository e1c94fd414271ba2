-- Tells one state of standing, and of the figures it was decided by, from any other: renewed by whoever changes them, in the same transaction.
-- What was read into memory belongs to a revision. No row before the first change.
create table membership.revision (
  only_one boolean primary key default true check (only_one),
  standing uuid not null,
  figures uuid not null
);
insert into membership.revision (standing, figures)
values (gen_random_uuid(), gen_random_uuid());
