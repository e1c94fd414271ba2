-- What users say of being contacted changes one by one, all day; nothing else of the profiles does. It has a revision of its own.
alter table profiles.revision
  add column consents uuid not null default gen_random_uuid();
comment on column profiles.revision.consents is 'Another value whenever somebody says something else of being contacted, between two refreshes.';
